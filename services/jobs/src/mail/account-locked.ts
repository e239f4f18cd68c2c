import { z } from "zod";
import { layOutMail } from "./lay-out-mail.ts";
import type { Locale, MailContent } from "./mail-content.ts";
import { showTime } from "./show-time.ts";
import { Link, Time } from "./template-data.ts";

export const AccountLockedData = z.object({
  lockedUntil: Time.optional(),
  /** Where a new password is asked for */
  link: Link.optional(),
});
type AccountLockedData = z.output<typeof AccountLockedData>;

/** Too many wrong passwords: told to the account's owner, who may not be the one who tried. */
export function accountLocked(locale: Locale, data: AccountLockedData): MailContent {
  return layOutMail(locale, locale === "fr" ? french(data) : english(data));
}

function french({ lockedUntil, link }: AccountLockedData) {
  const until = lockedUntil === undefined ? "pour quelque temps" : `jusqu’au ${showTime("fr", lockedUntil)}`;
  return {
    subject: "Votre compte de la plateforme énergie est bloqué",
    paragraphs: [
      "Des mots de passe faux ont été essayés plusieurs fois de suite pour votre compte de la plateforme énergie.",
      `Par précaution, il est bloqué ${until}. Il se débloque ensuite tout seul.`,
    ],
    link: link === undefined ? undefined : { label: "Choisir un nouveau mot de passe", url: link },
    notes: [
      "Si ce n’était pas vous, votre mot de passe n’a pas été trouvé ; prévenez tout de même votre administrateur.",
    ],
  };
}

function english({ lockedUntil, link }: AccountLockedData) {
  const until = lockedUntil === undefined ? "for some time" : `until ${showTime("en", lockedUntil)}`;
  return {
    subject: "Your account on the energy platform is locked",
    paragraphs: [
      "Wrong passwords were tried several times in a row for your account on the energy platform.",
      `As a precaution it is locked ${until}. It opens again by itself afterwards.`,
    ],
    link: link === undefined ? undefined : { label: "Choose a new password", url: link },
    notes: ["If it was not you, your password has not been found out; tell your administrator all the same."],
  };
}

import { z } from "zod";
import { layOutMail } from "./lay-out-mail.ts";
import type { Locale, MailContent } from "./mail-content.ts";
import { showTime } from "./show-time.ts";
import { Link, Time } from "./template-data.ts";

export const PasswordResetData = z.object({ link: Link, expiresAt: Time.optional() });
type PasswordResetData = z.output<typeof PasswordResetData>;

/** Somebody asked for a new password: perhaps not the one who reads this. */
export function passwordReset(locale: Locale, data: PasswordResetData): MailContent {
  return layOutMail(locale, locale === "fr" ? french(data) : english(data));
}

function french({ link, expiresAt }: PasswordResetData) {
  return {
    subject: "Nouveau mot de passe pour la plateforme énergie",
    paragraphs: ["Un nouveau mot de passe a été demandé pour votre compte de la plateforme énergie."],
    link: { label: "Choisir un nouveau mot de passe", url: link },
    notes: [
      expiresAt === undefined
        ? "Ce lien ne sert qu’une fois."
        : `Ce lien ne sert qu’une fois, jusqu’au ${showTime("fr", expiresAt)}.`,
      "Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.",
    ],
  };
}

function english({ link, expiresAt }: PasswordResetData) {
  return {
    subject: "A new password for the energy platform",
    paragraphs: ["A new password was asked for, for your account on the energy platform."],
    link: { label: "Choose a new password", url: link },
    notes: [
      expiresAt === undefined ? "This link works once." : `This link works once, until ${showTime("en", expiresAt)}.`,
      "If you did not ask for it, ignore this message: your password stays as it is.",
    ],
  };
}

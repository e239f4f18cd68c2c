import { z } from "zod";
import { layOutMail } from "./lay-out-mail.ts";
import type { Locale, MailContent } from "./mail-content.ts";
import { roleName } from "./role-name.ts";
import { showTime } from "./show-time.ts";
import { Link, Time } from "./template-data.ts";

export const InvitationData = z.object({
  link: Link,
  organisation: z.string().min(1),
  /** Name of the person */
  invitedBy: z.string().min(1).optional(),
  /** The role's code */
  role: z.string().optional(),
  expiresAt: Time.optional(),
});
type InvitationData = z.output<typeof InvitationData>;

/** Somebody may join an organisation. */
export function invitation(locale: Locale, data: InvitationData): MailContent {
  return layOutMail(locale, locale === "fr" ? french(data) : english(data));
}

function french({ link, organisation, invitedBy, role, expiresAt }: InvitationData) {
  const name = role === undefined ? undefined : roleName("fr", role);
  const who = invitedBy === undefined ? "Vous êtes invité(e)" : `${invitedBy} vous invite`;
  const as = name === undefined ? "" : `, avec le rôle « ${name} »`;
  return {
    subject: `Invitation à rejoindre ${organisation} sur la plateforme énergie`,
    paragraphs: [`${who} à rejoindre ${organisation} sur la plateforme énergie${as}.`],
    link: { label: "Accepter l’invitation", url: link },
    notes: [
      ...(expiresAt === undefined ? [] : [`Ce lien est valable jusqu’au ${showTime("fr", expiresAt)}.`]),
      "Il ne sert qu’à vous : ne le transmettez pas. Si vous n’attendiez pas cette invitation, ignorez ce message.",
    ],
  };
}

function english({ link, organisation, invitedBy, role, expiresAt }: InvitationData) {
  const name = role === undefined ? undefined : roleName("en", role);
  const who = invitedBy === undefined ? "You are invited" : `${invitedBy} invites you`;
  const as = name === undefined ? "" : `, with the role “${name}”`;
  return {
    subject: `Invitation to join ${organisation} on the energy platform`,
    paragraphs: [`${who} to join ${organisation} on the energy platform${as}.`],
    link: { label: "Accept the invitation", url: link },
    notes: [
      ...(expiresAt === undefined ? [] : [`This link is valid until ${showTime("en", expiresAt)}.`]),
      "It is for you alone: do not pass it on. If you did not expect this invitation, ignore this message.",
    ],
  };
}

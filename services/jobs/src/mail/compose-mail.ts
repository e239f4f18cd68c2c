import { z } from "zod";
import { AccountLockedData, accountLocked } from "./account-locked.ts";
import { InvitationData, invitation } from "./invitation.ts";
import type { MailContent } from "./mail-content.ts";
import { PasswordResetData, passwordReset } from "./password-reset.ts";

const envelope = {
  to: z
    .string()
    .max(254)
    .regex(/^[^\s<>,;"]+@[^\s<>,;"@]+$/, "must be an address"),
  locale: z.enum(["fr", "en"]),
};

/** A mail as the database's outbox holds it. */
export const QueuedMail = z.discriminatedUnion("template", [
  z.object({ ...envelope, template: z.literal("invitation"), data: InvitationData }),
  z.object({ ...envelope, template: z.literal("password-reset"), data: PasswordResetData }),
  z.object({ ...envelope, template: z.literal("account-locked"), data: AccountLockedData }),
]);
export type QueuedMail = z.output<typeof QueuedMail>;

/** The words of a queued mail, in its reader's language. */
export function composeMail(mail: QueuedMail): MailContent {
  switch (mail.template) {
    case "invitation":
      return invitation(mail.locale, mail.data);
    case "password-reset":
      return passwordReset(mail.locale, mail.data);
    case "account-locked":
      return accountLocked(mail.locale, mail.data);
  }
}

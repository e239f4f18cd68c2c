import type { Queryable } from "../pool.ts";

/**
 * A mail to be: its text is made from the template when it is sent. What each template wants in `data` (times in ISO
 * 8601; what is marked with ? may be left out):
 * - `invitation`: link, organisation, invitedBy?, role? (its code), expiresAt?
 * - `password-reset`: link, expiresAt?
 * - `account-locked`: lockedUntil?, link? (to ask for a new password)
 * A mail whose `expiresAt` has passed is not sent any more.
 */
export interface MailRequest {
  readonly template: "invitation" | "password-reset" | "account-locked";
  readonly to: string;
  readonly locale: "fr" | "en";
  readonly data: Readonly<Record<string, string>>;
}

/** Queues a mail in the caller's transaction: it goes out only if that commits. One insert. */
export async function enqueueMail(db: Queryable, mail: MailRequest): Promise<void> {
  await db.query("select enqueue_mail($1)", [JSON.stringify(mail)]);
}

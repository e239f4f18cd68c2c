import type { Queryable } from "../pool.ts";

export type MailTemplate = "invitation" | "password-reset" | "account-locked";

/** A mail to be: its text is made from the template when it is sent. */
export interface MailRequest {
  readonly template: MailTemplate;
  readonly to: string;
  readonly locale: "fr" | "en";
  /** What the template fills in; may hold a link with a secret, so it is wiped from the job once that is over. */
  readonly data: Readonly<Record<string, string>>;
}

/** Queues a mail in the caller's transaction: it goes out only if that commits. One insert. */
export async function enqueueMail(db: Queryable, mail: MailRequest): Promise<void> {
  await db.query("select enqueue_mail($1)", [JSON.stringify(mail)]);
}

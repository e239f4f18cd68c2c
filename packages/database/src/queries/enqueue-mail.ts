import type { Queryable } from "../pool.ts";

/** What the templates fill in. Times in ISO 8601; a mail whose `expiresAt` has passed is not sent any more. */
interface MailData {
  readonly invitation: {
    readonly link: string;
    readonly organisation: string;
    /** Name of the person */
    readonly invitedBy?: string;
    /** The role's code */
    readonly role?: string;
    readonly expiresAt?: string;
  };
  readonly "password-reset": { readonly link: string; readonly expiresAt?: string };
  readonly "account-locked": {
    readonly lockedUntil?: string;
    /** Where a new password is asked for */
    readonly link?: string;
  };
}

/** A mail to be: its text is made from the template when it is sent. */
export type MailRequest = {
  readonly [T in keyof MailData]: {
    readonly template: T;
    readonly to: string;
    readonly locale: "fr" | "en";
    readonly data: MailData[T];
  };
}[keyof MailData];

/** Queues a mail in the caller's transaction: it goes out only if that commits. One insert. */
export async function enqueueMail(db: Queryable, mail: MailRequest): Promise<void> {
  await db.query("select enqueue_mail($1)", [JSON.stringify(mail)]);
}

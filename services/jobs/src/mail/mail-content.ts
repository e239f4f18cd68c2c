export type Locale = "fr" | "en";

/** A mail's words, in both forms that mail programs show. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

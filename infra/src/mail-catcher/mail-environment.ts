/**
 * What the services of `npm start` send mails through: the server that the environment names, else the catcher. Never
 * half of each: a sender of ours would not do for a server of others.
 */
export function mailEnvironment(
  { GTB_SMTP_URL, GTB_MAIL_FROM }: { readonly GTB_SMTP_URL?: string; readonly GTB_MAIL_FROM?: string },
  catcherPort: number,
): Readonly<Record<string, string>> {
  if (GTB_SMTP_URL) return {};
  return {
    GTB_SMTP_URL: `smtp://127.0.0.1:${catcherPort}`,
    GTB_MAIL_FROM: GTB_MAIL_FROM || "Plateforme énergie <ne-pas-repondre@gtb.localhost>",
  };
}

import { setTimeout as wait } from "node:timers/promises";
import { Done, PasswordResetRequestBody } from "@gtb/contracts/session";
import type { Pool } from "@gtb/database/pool";
import { enqueueMail } from "@gtb/database/queries/enqueue-mail";
import { insertPasswordReset } from "@gtb/database/queries/insert-password-reset";
import { inTransaction } from "@gtb/database/transaction";
import { digestOf, newSecret } from "../../access/secret-token.ts";
import { route } from "../../route.ts";

const validMinutes = 60;
const mostAnHour = 3;
/** Longer than the work takes where there is an account: time does not tell whether there is one. */
const answerAfterMs = 100;

export const requestPasswordResetRoute = route({
  method: "POST",
  path: "/api/v1/password-resets",
  allow: "anyone",
  summary: "Send a link for a new password, if there is an account; the answer does not tell",
  body: PasswordResetRequestBody,
  reply: Done,
  handler: async ({ auth, settings, body: { email } }) => {
    await Promise.all([wait(answerAfterMs), sendLink(auth, settings.publicUrl, email)]);
    return { done: true as const };
  },
});

function sendLink(auth: Pool, publicUrl: string, email: string): Promise<void> {
  const token = newSecret("");
  return inTransaction(auth, async (connection) => {
    const reset = { email, tokenDigest: digestOf(token), validMinutes, mostAnHour };
    const request = await insertPasswordReset(connection, reset);
    if (request === undefined) return;
    const data = { link: `${publicUrl}/mot-de-passe?jeton=${token}`, expiresAt: request.expiresAt.toISOString() };
    await enqueueMail(connection, { template: "password-reset", to: email, locale: request.locale, data });
  });
}

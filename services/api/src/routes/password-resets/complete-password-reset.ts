import { Done, PasswordResetBody } from "@gtb/contracts/session";
import { asIdentity } from "@gtb/database/identity";
import { deleteSessionsOfUser } from "@gtb/database/queries/delete-sessions-of-user";
import { findAccount } from "@gtb/database/queries/find-account";
import { findPasswordReset } from "@gtb/database/queries/find-password-reset";
import { forgetFailedSignIns } from "@gtb/database/queries/forget-failed-sign-ins";
import { setPassword } from "@gtb/database/queries/set-password";
import { usePasswordResets } from "@gtb/database/queries/use-password-resets";
import { hashPassword } from "@gtb/service-kit/password";
import { refuseWeakPassword } from "../../access/password-rule.ts";
import { digestOf } from "../../access/secret-token.ts";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

/** A weak password leaves the link as it is, for another try. Nobody is signed in by it: a second factor stays asked for. */
export const completePasswordResetRoute = route({
  method: "POST",
  path: "/api/v1/password-resets/complete",
  allow: "anyone",
  summary: "Set a new password with a link's token, once; every session of the account ends, and so does its lock",
  body: PasswordResetBody,
  reply: Done,
  secretBody: true,
  handler: async ({ auth, request, body: { token, password } }) => {
    const digest = digestOf(token);
    const userId = await findPasswordReset(auth, digest);
    const account = userId === undefined ? undefined : await findAccount(auth, { userId });
    if (account === undefined) throw notValid();
    refuseWeakPassword(password, account);
    const passwordHash = await hashPassword(password);
    const identity = { userId: account.userId, requestId: request.id, ip: request.ip, via: "password reset" };
    await asIdentity(auth, identity, async (connection) => {
      if (!(await usePasswordResets(connection, digest, account.userId))) throw notValid();
      await setPassword(connection, account.userId, passwordHash);
      await deleteSessionsOfUser(connection, account.userId);
      await forgetFailedSignIns(connection, digestOf(account.email), account.userId);
    });
    return { done: true as const };
  },
});

function notValid(): ProblemError {
  return new ProblemError("link_not_valid", "The token is unknown, used or over.");
}

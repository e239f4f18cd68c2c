import { Me, SignInBody } from "@gtb/contracts/session";
import { setIdentity } from "@gtb/database/identity";
import { confirmSignInAttempt } from "@gtb/database/queries/confirm-sign-in-attempt";
import { dropSignInAttempt } from "@gtb/database/queries/drop-sign-in-attempt";
import { findAccount } from "@gtb/database/queries/find-account";
import { openSession } from "../../access/open-session.ts";
import { proveAccount } from "../../access/prove-account.ts";
import { readMe } from "../../access/read-me.ts";
import { takeCode } from "../../access/second-factor.ts";
import { beginAttempt, failAttempt } from "../../access/sign-in-attempt.ts";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

/** Takes no CSRF token: it must be JSON, which a page of another site cannot send without being asked first. */
export const signInRoute = route({
  method: "POST",
  path: "/api/v1/sign-in",
  allow: "anyone",
  summary: "Sign in with address, password and, where a second factor is set, its code; sets the session's cookie",
  body: SignInBody,
  reply: Me,
  secretReply: true,
  handler: async ({ db, auth, settings, request, reply, now, body: { email, password, code } }) => {
    const attempt = await beginAttempt(auth, reply, email, request.ip);
    const account = await proveAccount(await findAccount(auth, { email }), password);
    if (account === undefined) {
      await failAttempt(auth, settings, attempt);
      throw new ProblemError("wrong_credentials", "Address and password do not fit, or the account may not sign in.");
    }
    if (account.totpConfirmedAt !== null && code === null) {
      await dropSignInAttempt(auth, attempt.id);
      throw new ProblemError("second_factor_needed", "The password is right; `code` is needed too.");
    }
    if (account.totpConfirmedAt !== null && !(await takeCode(auth, account, code ?? "", now))) {
      await failAttempt(auth, settings, attempt);
      throw new ProblemError("wrong_code", "The code is wrong, too old, or was used before.");
    }
    await confirmSignInAttempt(auth, attempt.id, account.userId);
    const { userId } = account;
    const { identity, csrfToken } = await openSession({ auth, request, reply, settings }, userId);
    await setIdentity(db, identity);
    return readMe({ db, auth, userId, csrfToken });
  },
});

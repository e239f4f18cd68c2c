import { Done, PasswordChangeBody } from "@gtb/contracts/session";
import { asIdentity } from "@gtb/database/identity";
import { deleteSessionsOfUser } from "@gtb/database/queries/delete-sessions-of-user";
import { setPassword } from "@gtb/database/queries/set-password";
import { hashPassword } from "@gtb/service-kit/password";
import { requireSession } from "../../access/caller.ts";
import { refuseWeakPassword } from "../../access/password-rule.ts";
import { provePassword } from "../../access/prove-password.ts";
import { route } from "../../route.ts";

export const changePasswordRoute = route({
  method: "POST",
  path: "/api/v1/me/password",
  allow: "signed-in",
  summary: "Change one's password; every other session ends",
  body: PasswordChangeBody,
  reply: Done,
  secretBody: true,
  handler: async ({ auth, settings, caller, request, reply, body: { current, next } }) => {
    const { userId, sessionId } = requireSession(caller);
    const account = await provePassword({ auth, settings, request, reply }, userId, current);
    refuseWeakPassword(next, account);
    const digest = await hashPassword(next);
    await asIdentity(auth, caller.identity, async (connection) => {
      await setPassword(connection, userId, digest);
      await deleteSessionsOfUser(connection, userId, sessionId);
    });
    return { done: true as const };
  },
});

import { Done, SecondFactorBody } from "@gtb/contracts/session";
import { removeTotpSecret } from "@gtb/database/queries/remove-totp-secret";
import { requireSession } from "../../access/caller.ts";
import { proveCode } from "../../access/prove-code.ts";
import { route } from "../../route.ts";

export const removeSecondFactorRoute = route({
  method: "DELETE",
  path: "/api/v1/me/second-factor",
  allow: "signed-in",
  summary: "Sign in without a second factor again; a last code of it is needed, in the body",
  body: SecondFactorBody,
  reply: Done,
  handler: async ({ auth, settings, caller, request, reply, now, body: { code } }) => {
    const { userId } = requireSession(caller);
    await proveCode({ auth, settings, request, reply, now }, caller.identity, userId, code, (connection) =>
      removeTotpSecret(connection, userId),
    );
    return { done: true as const };
  },
});

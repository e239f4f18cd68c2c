import { Done, SecondFactorBody } from "@gtb/contracts/session";
import { requireSession } from "../../access/caller.ts";
import { proveCode } from "../../access/prove-code.ts";
import { route } from "../../route.ts";

export const confirmSecondFactorRoute = route({
  method: "POST",
  path: "/api/v1/me/second-factor/confirm",
  allow: "signed-in",
  summary: "Give the first code of the authenticator app: from now on sign-in asks for one",
  body: SecondFactorBody,
  reply: Done,
  handler: async ({ auth, settings, caller, request, reply, now, body: { code } }) => {
    const { userId } = requireSession(caller);
    await proveCode({ auth, settings, request, reply, now }, caller.identity, userId, code, async () => undefined);
    return { done: true as const };
  },
});

import { SignInWays } from "@gtb/contracts/session";
import { route } from "../../route.ts";

export const listSignInWaysRoute = route({
  method: "GET",
  path: "/api/v1/sign-in/ways",
  allow: "anyone",
  summary: "How one may sign in here",
  reply: SignInWays,
  handler: async ({ settings }) => ({ password: true as const, provider: settings.oidc?.name ?? null }),
});

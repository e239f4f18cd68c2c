import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiSettings } from "../api-settings.ts";
import { isSecure } from "./session-cookie.ts";

/** Names the sign-in at the provider that this browser has begun; what it names lies in the database. */
export const flowCookie = "gtb_sign_in";
export const flowMinutes = 10;

/**
 * SameSite=Lax: people come back from the provider's site, with a link that they follow. It says nothing but that this
 * browser left, so that nobody can slip their own sign-in under somebody else.
 */
export function setFlowCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string | undefined,
  settings: Pick<ApiSettings, "cookieSecure">,
): void {
  const secure = isSecure(request, settings);
  const flags = { path: "/api/v1/oidc", httpOnly: true, sameSite: "lax", secure } as const;
  if (secret === undefined) void reply.clearCookie(flowCookie, flags);
  else void reply.setCookie(flowCookie, secret, { ...flags, maxAge: flowMinutes * 60 });
}

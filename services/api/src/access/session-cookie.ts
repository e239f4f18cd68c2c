import { createHmac } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiSettings } from "../api-settings.ts";

export const sessionCookie = "gtb_session";
/** A session that nobody uses for so long is over; whichever way, it ends after its `expires_at`. */
export const idleHours = 12;
export const longestSessionDays = 7;

/**
 * The token that pages of ours send as `x-csrf-token`. Made from the cookie's secret, so that it can be told again at
 * any time though only digests are kept; a page of another site can read neither.
 */
export function csrfTokenOf(secret: string): string {
  return createHmac("sha256", secret).update("csrf").digest("base64url");
}

type Flags = Pick<ApiSettings, "cookieSecure">;

/** Whether a cookie of this answer must go over TLS only. */
export function isSecure(request: FastifyRequest, { cookieSecure }: Flags): boolean {
  return cookieSecure || request.protocol === "https";
}

/**
 * Sets the session's cookie. SameSite=Strict even though people come back from a provider: the page that they come back
 * to is a file that needs no cookie, and what it then asks is asked from our own site.
 */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string, flags: Flags): void {
  void reply.setCookie(sessionCookie, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request, flags),
    maxAge: longestSessionDays * 86_400,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply, flags: Flags): void {
  void reply.clearCookie(sessionCookie, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request, flags),
  });
}

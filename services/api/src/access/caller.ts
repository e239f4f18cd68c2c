import type { Identity } from "@gtb/database/identity";
import type { Pool } from "@gtb/database/pool";
import { type Caller, findApiToken, findSession } from "@gtb/database/queries/find-session";
import { type Action, permissions } from "@gtb/domain/access/permission";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../problem-error.ts";
import { digestOf, isDigestOf } from "./secret-token.ts";
import { csrfTokenOf, idleHours, sessionCookie } from "./session-cookie.ts";

export const apiTokenPrefix = "gtb_";
const readingMethods = new Set(["GET", "HEAD"]);

const noWayIn = { sessionId: undefined, tokenId: undefined };

type Allowed = Action | "signed-in" | "anyone";

/** Who asks: undefined user where nobody has signed in. */
export interface RequestCaller {
  readonly identity: Identity;
  readonly caller: Caller | undefined;
  /** Inner ids: by which of the two they came in. */
  readonly sessionId: number | undefined;
  readonly tokenId: number | undefined;
}

/**
 * Finds out who asks: by an API token in `Authorization: Bearer`, else by the session's cookie. A cookie comes by itself
 * from any page that a browser shows, so what changes something must also carry the session's CSRF token; where anyone may call, one without it is nobody.
 */
export async function findCaller(auth: Pool, request: FastifyRequest, allow: Allowed): Promise<RequestCaller> {
  const base = { requestId: request.id, ip: request.ip };
  const nobody = { identity: { ...base, userId: undefined }, caller: undefined, ...noWayIn };
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) {
    const token = await findApiToken(auth, digestOf(bearer));
    if (token === undefined) throw new ProblemError("not_signed_in", "The token is unknown, over or withdrawn.");
    const identity = { ...base, userId: token.userId, scopes: token.scopes, via: `token ${token.tokenName}` };
    return { identity, caller: token, ...noWayIn, tokenId: token.tokenId };
  }
  const cookie = request.cookies[sessionCookie];
  const session = cookie === undefined ? undefined : await findSession(auth, digestOf(cookie), idleHours);
  if (session === undefined) return nobody;
  if (!readingMethods.has(request.method) && !carriesCsrfToken(request, session.csrfDigest)) {
    if (allow === "anyone") return nobody;
    throw new ProblemError("forged_request", "The header x-csrf-token does not carry this session's token.");
  }
  return {
    identity: { ...base, userId: session.userId, via: "session" },
    caller: session,
    ...noWayIn,
    sessionId: session.sessionId,
  };
}

function carriesCsrfToken(request: FastifyRequest, csrfDigest: Buffer): boolean {
  const given = request.headers["x-csrf-token"];
  return typeof given === "string" && isDigestOf(csrfDigest, given);
}

/** Refuses who may not do this anywhere; where they may, the database decides row by row. */
export function requireAllowed({ caller, identity }: RequestCaller, allow: Allowed): void {
  if (allow === "anyone") return;
  if (caller === undefined) throw new ProblemError("not_signed_in", "Sign in, or send an API token.");
  if (allow === "signed-in") return;
  const may = caller.roles.some((role) => permissions[role][allow] !== undefined);
  const inScope = identity.scopes === undefined || identity.scopes.includes(allow);
  if (!may || !inScope) throw new ProblemError("forbidden", `This takes the permission ${allow}.`);
}

/**
 * Refuses an API token where it is about what lets people in: who finds a token must not be able to make of it more than
 * it is. Returns the session's inner id and its user's.
 */
export function requireSession({ identity, sessionId }: RequestCaller): { userId: number; sessionId: number } {
  if (sessionId === undefined || identity.userId === undefined)
    throw new ProblemError("forbidden", "This takes a session: an API token does not suffice.");
  return { userId: identity.userId, sessionId };
}

/** The CSRF token of the caller's session; null: by an API token, which needs none. */
export function csrfTokenOfCaller({ sessionId }: RequestCaller, request: FastifyRequest): string | null {
  const secret = request.cookies[sessionCookie];
  return sessionId === undefined || secret === undefined ? null : csrfTokenOf(secret);
}

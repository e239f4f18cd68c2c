import type { Identity } from "@gtb/database/identity";
import type { Pool } from "@gtb/database/pool";
import { type Caller, findApiToken, findSession } from "@gtb/database/queries/find-session";
import { type Action, permissions } from "@gtb/domain/access/permission";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../problem-error.ts";
import { digestOf, isDigestOf } from "./secret-token.ts";

export const sessionCookie = "gtb_session";
export const apiTokenPrefix = "gtb_";
/** A session that nobody uses for so long is over; whichever way, it ends after its `expires_at`. */
const idleHours = 12;
const readingMethods = new Set(["GET", "HEAD"]);

/** Who asks: undefined user where nobody has signed in. */
export interface RequestCaller {
  readonly identity: Identity;
  readonly caller: Caller | undefined;
  readonly sessionId: number | undefined;
}

/**
 * Finds out who asks: by an API token in `Authorization: Bearer`, else by the session's cookie. A cookie comes by itself
 * from any page that a browser shows, so what changes something must also carry the session's CSRF token.
 */
export async function findCaller(auth: Pool, request: FastifyRequest): Promise<RequestCaller> {
  const base = { requestId: request.id, ip: request.ip };
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) {
    const token = await findApiToken(auth, digestOf(bearer));
    if (token === undefined) throw new ProblemError("not_signed_in", "The token is unknown, over or withdrawn.");
    const identity = { ...base, userId: token.userId, scopes: token.scopes, via: `token ${token.tokenName}` };
    return { identity, caller: token, sessionId: undefined };
  }
  const cookie = request.cookies[sessionCookie];
  const session = cookie === undefined ? undefined : await findSession(auth, digestOf(cookie), idleHours);
  if (session === undefined)
    return { identity: { ...base, userId: undefined }, caller: undefined, sessionId: undefined };
  if (!readingMethods.has(request.method)) refuseForgery(request, session.csrfDigest);
  return {
    identity: { ...base, userId: session.userId, via: "session" },
    caller: session,
    sessionId: session.sessionId,
  };
}

function refuseForgery(request: FastifyRequest, csrfDigest: Buffer): void {
  const given = request.headers["x-csrf-token"];
  if (typeof given !== "string" || !isDigestOf(csrfDigest, given))
    throw new ProblemError("forged_request", "The header x-csrf-token does not carry this session's token.");
}

/** Refuses who may not do this anywhere; where they may, the database decides row by row. */
export function requireAllowed({ caller, identity }: RequestCaller, allow: Action | "signed-in" | "anyone"): void {
  if (allow === "anyone") return;
  if (caller === undefined) throw new ProblemError("not_signed_in", "Sign in, or send an API token.");
  if (allow === "signed-in") return;
  const may = caller.roles.some((role) => permissions[role][allow] !== undefined);
  const inScope = identity.scopes === undefined || identity.scopes.includes(allow);
  if (!may || !inScope) throw new ProblemError("forbidden", `This takes the permission ${allow}.`);
}

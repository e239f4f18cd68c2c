import { asIdentity, type Identity } from "@gtb/database/identity";
import type { Pool } from "@gtb/database/pool";
import { deleteSession } from "@gtb/database/queries/delete-session";
import { insertSession } from "@gtb/database/queries/insert-session";
import { appendAuditNote } from "@gtb/database/queries/note-audit";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiSettings } from "../api-settings.ts";
import { digestOf, newSecret } from "./secret-token.ts";
import { csrfTokenOf, longestSessionDays, sessionCookie, setSessionCookie } from "./session-cookie.ts";

interface SignInVisit {
  readonly auth: Pool;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly settings: Pick<ApiSettings, "cookieSecure">;
}

/** Somebody who has just come in. */
export interface OpenedSession {
  readonly identity: Identity;
  readonly csrfToken: string;
}

/**
 * Lets a user in, who has proven who they are: the one place through which every sign-in passes. Sets the session's
 * cookie; the session that the browser came with, if any, ends: nobody else can have planted this one.
 */
export async function openSession(visit: SignInVisit, userId: number): Promise<OpenedSession> {
  const { auth, request, reply, settings } = visit;
  const secret = newSecret("");
  const csrfToken = csrfTokenOf(secret);
  const identity = { userId, requestId: request.id, ip: request.ip, via: "session" };
  const before = request.cookies[sessionCookie];
  await asIdentity(auth, identity, async (connection) => {
    if (before !== undefined) await deleteSession(connection, digestOf(before));
    await insertSession(connection, {
      userId,
      tokenDigest: digestOf(secret),
      csrfDigest: digestOf(csrfToken),
      days: longestSessionDays,
      ip: request.ip,
      userAgent: request.headers["user-agent"],
    });
    await appendAuditNote(connection, { action: "signed_in", kind: "app_user" });
  });
  setSessionCookie(request, reply, secret, settings);
  return { identity, csrfToken };
}

import { Done } from "@gtb/contracts/session";
import { asIdentity } from "@gtb/database/identity";
import { deleteSession } from "@gtb/database/queries/delete-session";
import { appendAuditNote } from "@gtb/database/queries/note-audit";
import { requireSession } from "../../access/caller.ts";
import { digestOf } from "../../access/secret-token.ts";
import { clearSessionCookie, sessionCookie } from "../../access/session-cookie.ts";
import { route } from "../../route.ts";

export const signOutRoute = route({
  method: "POST",
  path: "/api/v1/sign-out",
  allow: "signed-in",
  summary: "End the session",
  reply: Done,
  handler: async ({ auth, settings, caller, request, reply }) => {
    requireSession(caller);
    const secret = request.cookies[sessionCookie] ?? "";
    await asIdentity(auth, caller.identity, async (connection) => {
      await deleteSession(connection, digestOf(secret));
      await appendAuditNote(connection, { action: "signed_out", kind: "app_user" });
    });
    clearSessionCookie(request, reply, settings);
    return { done: true as const };
  },
});

import { Done, SessionParams } from "@gtb/contracts/session";
import { deleteOwnSession } from "@gtb/database/queries/delete-own-session";
import { appendAuditNote } from "@gtb/database/queries/note-audit";
import { requireSession } from "../../access/caller.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const endSessionRoute = route({
  method: "DELETE",
  path: "/api/v1/me/sessions/:sessionId",
  allow: "signed-in",
  summary: "Sign out elsewhere",
  params: SessionParams,
  reply: Done,
  handler: async ({ db, caller, params }) => {
    requireSession(caller);
    found((await deleteOwnSession(db, params.sessionId)) || undefined, "session");
    await appendAuditNote(db, { action: "signed_out", kind: "app_user", after: { elsewhere: true } });
    return { done: true as const };
  },
});

import { SessionList } from "@gtb/contracts/session";
import { listOwnSessions } from "@gtb/database/queries/list-own-sessions";
import { requireSession } from "../../access/caller.ts";
import { idleHours } from "../../access/session-cookie.ts";
import { route } from "../../route.ts";

export const listSessionsRoute = route({
  method: "GET",
  path: "/api/v1/me/sessions",
  allow: "signed-in",
  summary: "Where one is signed in",
  reply: SessionList,
  handler: async ({ db, caller }) => {
    const current = requireSession(caller).sessionId;
    const rows = await listOwnSessions(db, idleHours);
    return { items: rows.map(({ sessionId, ...session }) => ({ ...session, current: sessionId === current })) };
  },
});

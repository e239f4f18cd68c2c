import { InvitationList, InvitationListQuery } from "@gtb/contracts/users";
import { listInvitations } from "@gtb/database/queries/list-invitations";
import { noteAudit } from "@gtb/database/queries/note-audit";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listInvitationsRoute = route({
  method: "GET",
  path: "/api/v1/invitations",
  allow: "user:manage",
  summary: "Invitations to the organisations that one administers, the newest first",
  query: InvitationListQuery,
  reply: InvitationList,
  handler: async ({ db, auth, caller, query: { limit, cursor, organisation } }) => {
    const position = readCursor(cursor, Position);
    const after = position && { createdAt: position[0], id: position[1] };
    const rows = await listInvitations(db, { organisation, after, limit: limit + 1 });
    if (position === undefined)
      await noteAudit(auth, caller.identity, { action: "read", kind: "invitation", after: { organisation } });
    return toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  },
});

import { AuditList, AuditListQuery } from "@gtb/contracts/audit";
import { listAuditEvents } from "@gtb/database/queries/list-audit-events";
import { noteAudit } from "@gtb/database/queries/note-audit";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { auditTable } from "./audit-table.ts";
import { nameReferences } from "./name-references.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listAuditEventsRoute = route({
  method: "GET",
  path: "/api/v1/audit",
  allow: "audit:read",
  summary: "Who did what, when and from where, the newest first; looking is noted too",
  query: AuditListQuery,
  reply: AuditList,
  table: auditTable,
  handler: async ({ db, auth, caller, query }) => {
    const { limit, cursor, ...filter } = query;
    const position = readCursor(cursor, Position);
    const after = position && { atText: position[0], id: position[1] };
    const rows = await listAuditEvents(db, { ...filter, after, limit: limit + 1 });
    // Once a look: not for each page of it.
    if (position === undefined)
      await noteAudit(auth, caller.identity, { action: "read", kind: "audit_event", after: filter });
    const page = toPage(rows, limit, ({ atText, id }) => [atText, id]);
    return { ...page, items: await nameReferences(db, page.items) };
  },
});

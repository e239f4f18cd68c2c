import { UserList, UserListQuery } from "@gtb/contracts/users";
import { listUsers } from "@gtb/database/queries/list-users";
import { noteAudit } from "@gtb/database/queries/note-audit";
import { namePosition, readNameCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { withRoles } from "./with-roles.ts";

export const listUsersRoute = route({
  method: "GET",
  path: "/api/v1/users",
  allow: "user:manage",
  summary: "Users by name, with the roles that one may see",
  query: UserListQuery,
  reply: UserList,
  handler: async ({ db, auth, caller, query: { limit, cursor, ...filter } }) => {
    const rows = await listUsers(db, { ...filter, after: readNameCursor(cursor), limit: limit + 1 });
    // What was searched for is part of a name: it would outlive the person's erasure there.
    const listed = { organisation: filter.organisation, searched: filter.search !== undefined };
    await noteAudit(auth, caller.identity, { action: "read", kind: "app_user", after: listed });
    const { items, nextCursor } = toPage(rows, limit, namePosition);
    return { items: await withRoles(db, items), nextCursor };
  },
});

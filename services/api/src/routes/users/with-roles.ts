import type { Queryable } from "@gtb/database/pool";
import { getUser } from "@gtb/database/queries/get-user";
import { type HeldRoleRow, listHeldRoles } from "@gtb/database/queries/list-held-roles";
import type { UserRow } from "@gtb/database/queries/list-users";
import type { DeclaredPart } from "../../etag.ts";
import { found } from "../../problem-error.ts";

export interface UserWithRoles extends UserRow {
  readonly roles: Omit<HeldRoleRow, "user">[];
}

/** What an edit of a user must have seen: roles are given and ended one by one, a lock ends by itself. */
export const declaredOfUser: DeclaredPart = (reply) => (reply as UserWithRoles).disabled;

/** The users with the roles that the caller may see. */
export async function withRoles(db: Queryable, users: readonly UserRow[]): Promise<UserWithRoles[]> {
  const roles = await listHeldRoles(
    db,
    users.map(({ id }) => id),
  );
  return users.map((user) => ({
    ...user,
    roles: roles.filter((role) => role.user === user.id).map(({ user: _, ...role }) => role),
  }));
}

/** One user with roles, or a 404. */
export async function readUser(db: Queryable, userId: string): Promise<UserWithRoles> {
  const [user] = await withRoles(db, [found(await getUser(db, userId), "user")]);
  return found(user, "user");
}

import type { Queryable } from "../pool.ts";

/** Ends a role (uuid) now; the row stays. False when there is none that the identity may take. */
export async function endRole(db: Queryable, roleId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update user_role set valid = tstzrange(lower(valid), greatest(lower(valid), now()))
      where uuid = $1 and valid @> now()`,
    [roleId],
  );
  return rowCount === 1;
}

import type { Queryable } from "../pool.ts";

/** Ends every session of a user but the one that is kept, if any. As gtb_auth, by index. */
export async function deleteSessionsOfUser(db: Queryable, userId: number, keptId?: number): Promise<void> {
  await db.query("delete from session where user_id = $1 and id is distinct from $2", [userId, keptId]);
}

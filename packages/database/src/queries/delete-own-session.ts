import type { Queryable } from "../pool.ts";

/** Ends a session of the identity's own, by its uuid; false: it has none such. By index. */
export async function deleteOwnSession(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from session where uuid = $1", [id]);
  return rowCount === 1;
}

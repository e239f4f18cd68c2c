import type { Queryable } from "../pool.ts";

/** All that is known of a user (uuid), by where it is kept; undefined when it is not for this identity. Some index reads. */
export async function exportUser(db: Queryable, userId: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await db.query<{ known: Record<string, unknown> | null }>("select export_user($1) as known", [
    userId,
  ]);
  return rows[0]?.known ?? undefined;
}

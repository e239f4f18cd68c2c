import type { Queryable } from "../pool.ts";

/** Forgets idempotency keys that were used before `before`, with their replies. Returns how many. Walks an index. */
export async function deleteIdempotencyKeys(db: Queryable, before: Date): Promise<number> {
  const { rowCount } = await db.query("delete from idempotency_key where created_at < $1", [before]);
  return rowCount ?? 0;
}

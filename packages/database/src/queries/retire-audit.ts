import type { Queryable } from "../pool.ts";

/**
 * Deletes the oldest sealed batches of events, as far as all in them is older than `until`, at most `mostSeals` batches.
 * Returns how many events went: call it until it is 0. The database refuses to touch the last 180 days.
 */
export async function retireAudit(db: Queryable, until: Date, mostSeals: number): Promise<number> {
  const { rows } = await db.query<{ gone: number }>("select audit_retire($1, $2) as gone", [until, mostSeals]);
  return rows[0]?.gone ?? 0;
}

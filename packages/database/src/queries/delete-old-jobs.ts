import type { Queryable } from "../pool.ts";

/** Forgets jobs of these kinds that ended well before `before`; what failed stays for people to see. Returns how many. */
export async function deleteDoneJobs(db: Queryable, kinds: readonly string[], before: Date): Promise<number> {
  const { rowCount } = await db.query(
    "delete from job where kind = any($1) and state = 'done' and finished_at < $2 and created_at < $2",
    [kinds, before],
  );
  return rowCount ?? 0;
}

import type { Queryable } from "../pool.ts";

/** uuid of the job that waits under this key, where the identity may see jobs. One index entry. */
export async function findWaitingJob(db: Queryable, kind: string, dedupeKey: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    "select uuid as id from job where kind = $1 and dedupe_key = $2 and state = 'queued'",
    [kind, dedupeKey],
  );
  return rows[0]?.id ?? null;
}

/** The same of the recomputing of a register (uuid); what is asked for at the end of a transaction is asked for now. */
export async function findRecomputeJob(db: Queryable, register: string): Promise<string | null> {
  await db.query("set constraints all immediate");
  const { rows } = await db.query<{ key: string }>("select id::text as key from register where uuid = $1", [register]);
  return findWaitingJob(db, "recompute", rows[0]?.key ?? "");
}

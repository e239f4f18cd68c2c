import type { Queryable } from "../pool.ts";

/** The database's own clock: resolves when it answers. */
export async function readServerTime(db: Queryable): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>("select now() as now");
  const [row] = rows;
  if (row === undefined) throw new Error("a select without a table returned no row");
  return row.now;
}

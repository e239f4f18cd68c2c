import type { Queryable } from "../pool.ts";

export interface ReadingPeriod {
  /** uuid */
  readonly point: string;
  readonly from: Date;
  readonly to: Date;
}

/** Readings of a point in [from, to), counted up to `most`: reads that many entries of the (point_id, time) index at most. */
export async function countReadings(db: Queryable, { point, from, to }: ReadingPeriod, most: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count
       from (select from reading r
              where r.point_id = (select id from point where uuid = $1) and r.time >= $2 and r.time < $3 limit $4) found`,
    [point, from, to, most],
  );
  return rows[0]?.count ?? 0;
}

import type { Queryable } from "../pool.ts";
import type { ReadingPeriod } from "./count-readings.ts";

export interface StoredReadingRow {
  readonly time: Date;
  readonly value: number;
}

/** Readings of a point in [from, to) as stored, oldest first. Reads one index range in the period's chunks only. */
export async function listReadings(db: Queryable, { point, from, to }: ReadingPeriod): Promise<StoredReadingRow[]> {
  const { rows } = await db.query<StoredReadingRow>(
    `select r.time, r.value from reading r
      where r.point_id = (select id from point where uuid = $1) and r.time >= $2 and r.time < $3 order by r.time`,
    [point, from, to],
  );
  return rows;
}

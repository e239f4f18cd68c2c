import type { Queryable } from "../pool.ts";
import type { ReadingPeriod } from "./count-readings.ts";
import type { ReadingSourceKind } from "./merge-readings.ts";

export interface StoredReadingRow {
  readonly time: Date;
  readonly value: number;
  /** Bit flags, see packages/domain/src/energy/reading-quality.ts */
  readonly quality: number;
  readonly sourceKind: ReadingSourceKind;
}

const columns = "time, value, quality, source_kind";

/** Readings of a point in [from, to) as stored, oldest first. Reads one index range in the period's chunks only. */
export async function listReadings(db: Queryable, { point, from, to }: ReadingPeriod): Promise<StoredReadingRow[]> {
  const { rows } = await db.query<StoredReadingRow>(
    `select time, value, quality, source_kind as "sourceKind" from reading
      where point_id = (select id from point where uuid = $1) and time >= $2 and time < $3 order by time`,
    [point, from, to],
  );
  return rows;
}

/** The same as they were known at an instant: what stood then, whatever has been corrected or arrived since. */
export async function listReadingsAsOf(
  db: Queryable,
  { point, from, to, asOf }: ReadingPeriod & { readonly asOf: Date },
): Promise<StoredReadingRow[]> {
  const { rows } = await db.query<StoredReadingRow>(
    `select distinct on (time) time, value, quality, source_kind as "sourceKind"
       from (select ${columns}, known_since as since from reading
              where point_id = (select id from point where uuid = $1) and time >= $2 and time < $3 and known_since <= $4
             union all
             select ${columns}, lower(known) from reading_history
              where point_id = (select id from point where uuid = $1) and time >= $2 and time < $3 and known @> $4::timestamptz) r
      order by time, since desc`,
    [point, from, to, asOf],
  );
  return rows;
}

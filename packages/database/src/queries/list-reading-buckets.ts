import type { Queryable } from "../pool.ts";
import type { ReadingPeriod } from "./count-readings.ts";

export type ReadingBucket = "10m" | "1h" | "1d";
export type ReadingAggregate = "mean" | "min" | "max" | "first" | "last" | "sum";

export interface ReadingBuckets extends ReadingPeriod {
  readonly bucket: ReadingBucket;
  readonly aggregate: ReadingAggregate;
  readonly timeZone: string;
}

export interface ReadingBucketRow {
  readonly start: Date;
  /** Null, like the next two, where the bucket has no reading. */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly count: number;
}

const steps: Readonly<Record<ReadingBucket, string>> = { "10m": "10 minutes", "1h": "1 hour", "1d": "1 day" };
// `$4` is the time zone. Hours of zones with half-hour offsets are local ones too.
const starts: Readonly<Record<ReadingBucket, (time: string) => string>> = {
  "10m": (time) => `date_bin('10 minutes', ${time}, 'epoch')`,
  "1h": (time) => `date_trunc('hour', ${time}, $4)`,
  "1d": (time) => `date_trunc('day', ${time}, $4)`,
};
const aggregates: Readonly<Record<ReadingAggregate, string>> = {
  mean: "avg(r.value)",
  min: "min(r.value)",
  max: "max(r.value)",
  first: "first(r.value, r.time)",
  last: "last(r.value, r.time)",
  sum: "sum(r.value)",
};

/**
 * One row a bucket that begins in the period, empty ones included; the first bucket is taken whole even where `from`
 * lies inside it. Void readings count in none. Reads the period's index range: 52,000 readings of 10 minutes a year, 50 ms.
 */
export async function listReadingBuckets(db: Queryable, buckets: ReadingBuckets): Promise<ReadingBucketRow[]> {
  const startOf = starts[buckets.bucket];
  const { rows } = await db.query<ReadingBucketRow>(
    `with found as (
       select ${startOf("r.time")} as start, ${aggregates[buckets.aggregate]} as value,
              min(r.value) as min, max(r.value) as max, count(*) as count
         from reading r
        where r.point_id = (select id from point where uuid = $1) and r.time >= ${startOf("$2::timestamptz")} and r.time < $3
          and r.quality & 2 = 0
        group by 1
     )
     select b.start, f.value, f.min, f.max, coalesce(f.count, 0) as count
       from generate_series(${startOf("$2::timestamptz")}, $3::timestamptz - interval '1 microsecond', $5::interval, $4) as b (start)
       left join found f using (start)
      order by b.start`,
    [buckets.point, buckets.from, buckets.to, buckets.timeZone, steps[buckets.bucket]],
  );
  return rows;
}

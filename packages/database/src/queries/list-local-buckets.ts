import type { Queryable } from "../pool.ts";
import type { BucketStep } from "./weigh-consumption.ts";

export interface LocalBucketRow {
  /** Where the bucket begins, also where the period begins inside of it. */
  readonly start: Date;
  readonly end: Date;
  /** Its local days within the period, [from, to) */
  readonly from: string;
  readonly to: string;
}

export interface LocalBuckets {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  readonly by: Exclude<BucketStep, "hour">;
}

/** The local days, weeks, months or years that a period touches. Touches no table. */
export async function listLocalBuckets(db: Queryable, buckets: LocalBuckets): Promise<LocalBucketRow[]> {
  const { rows } = await db.query<LocalBucketRow>(
    `select start at time zone $3 as start, (start + ('1 ' || $4)::interval) at time zone $3 as "end", greatest(start::date, f)::text as "from",
            least((start + ('1 ' || $4)::interval)::date, t)::text as "to"
       from (select ($1::timestamptz at time zone $3)::date as f, (($2::timestamptz at time zone $3) - interval '1 microsecond')::date + 1 as t) p
       cross join generate_series(date_trunc($4, f::timestamp), t - interval '1 day', ('1 ' || $4)::interval) as s (start)
      order by start`,
    [buckets.from, buckets.to, buckets.timeZone, buckets.by],
  );
  return rows;
}

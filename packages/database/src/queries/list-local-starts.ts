import type { Queryable } from "../pool.ts";
import type { ConsumptionStep, LocalPeriod } from "./widen-period.ts";

export interface LocalStartRow {
  readonly start: Date;
  /** Local time minus UTC at `start`. */
  readonly offsetMinutes: number;
}

/** Where the local steps of a period begin, those that have begun at `now`. The period is of whole steps: see widenPeriod. */
export async function listLocalStarts(
  db: Queryable,
  { from, to, timeZone, by, now }: LocalPeriod & { readonly by: ConsumptionStep; readonly now: Date },
): Promise<LocalStartRow[]> {
  const { rows } = await db.query<LocalStartRow>(
    `select start, extract(epoch from (start at time zone $3) - (start at time zone 'UTC'))::int / 60 as "offsetMinutes"
       from generate_series($1::timestamptz, $2::timestamptz - interval '1 microsecond', ('1 ' || $4)::interval, $3) as s (start)
      where start < $5 order by start`,
    [from, to, timeZone, by, now],
  );
  return rows;
}

/** The same local dates a year earlier; by week 52 weeks, so that weekdays meet weekdays. Touches no table. */
export async function yearBefore(
  db: Queryable,
  { from, to, timeZone }: LocalPeriod,
  by: ConsumptionStep,
): Promise<{ readonly from: Date; readonly to: Date }> {
  const { rows } = await db.query<{ from: Date; to: Date }>(
    `select (($1::timestamptz at time zone $3) - $4::interval) at time zone $3 as "from",
            (($2::timestamptz at time zone $3) - $4::interval) at time zone $3 as "to"`,
    [from, to, timeZone, by === "week" ? "364 days" : "1 year"],
  );
  return rows[0] ?? { from, to };
}

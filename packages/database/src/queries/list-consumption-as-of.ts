import type { Queryable } from "../pool.ts";
import type { ConsumptionStep } from "./widen-period.ts";

export interface ConsumptionAsOf {
  /** Inner ids, of registers that the caller has found behind the walls. */
  readonly registerIds: readonly number[];
  /** [from, to), whole local buckets: see widenPeriod. */
  readonly from: Date;
  readonly to: Date;
  readonly by: ConsumptionStep;
  readonly timeZone: string;
  /** What was believed at this instant; a later one than any change gives what is believed now. */
  readonly asOf: Date;
}

export interface ConsumptionAsOfRow {
  readonly registerId: number;
  /** Start of the local bucket. */
  readonly start: Date;
  /** In the register's unit; null, like the kWh, where nothing was known. */
  readonly native: number | null;
  readonly energyKwh: number | null;
  readonly measuredHours: number;
  readonly estimatedHours: number;
  /** Bits of every hour in it, see packages/domain/src/energy/hour-reason.ts */
  readonly reasons: number;
}

/**
 * Consumption of registers by local hour, day or month as it was known at an instant: hours that stood then, from
 * `consumption` or, where they have been computed again since, from `consumption_history`. Days and months are the sums of
 * these hours; a bucket of which nothing was known has no row. What an hour said while it still ran is not kept: asked for
 * as of such a moment, the running hour is not there. Reads each register's index range of both tables in the period's chunks.
 */
export async function listConsumptionAsOf(db: Queryable, asked: ConsumptionAsOf): Promise<ConsumptionAsOfRow[]> {
  const { rows } = await db.query<ConsumptionAsOfRow>(
    `select k.register_id as "registerId", date_trunc($5, h.hour, $4) as start, sum(h.native) as native,
            sum(h.energy_kwh) as "energyKwh", sum(h.measured_share::float8) as "measuredHours",
            sum(h.estimated_share::float8) as "estimatedHours", bit_or(h.reasons)::int4 as reasons
       from unnest($1::bigint[]) as k (register_id)
      cross join lateral (
        select distinct on (b.hour) b.* from (
          select c.hour, c.native, c.energy_kwh, c.measured_share, c.estimated_share, c.reasons, c.known_since as since
            from consumption c
           where c.register_id = k.register_id and c.hour >= $2 and c.hour < $3 and c.known_since <= $6
          union all
          select o.hour, o.native, o.energy_kwh, o.measured_share, o.estimated_share, o.reasons, lower(o.known)
            from consumption_history o
           where o.register_id = k.register_id and o.hour >= $2 and o.hour < $3 and o.known @> $6::timestamptz) b
         order by b.hour, b.since desc offset 0) h
      group by 1, 2
      order by 1, 2`,
    [asked.registerIds, asked.from, asked.to, asked.timeZone, asked.by, asked.asOf],
  );
  return rows;
}

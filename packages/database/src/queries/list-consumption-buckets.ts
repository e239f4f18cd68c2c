import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";
import type { ConsumptionStep, LocalPeriod } from "./widen-period.ts";

export interface ConsumptionBuckets extends LocalPeriod {
  /** Inner ids; their import registers are added up. */
  readonly meterIds: readonly number[];
  /** The period begins and ends where a bucket does: see widenPeriod. */
  readonly by: ConsumptionStep;
  /** Buckets that begin later are left out, the running one is expected up to here only. */
  readonly now: Date;
}

export interface ConsumptionBucketRow {
  readonly energy: Energy;
  readonly start: Date;
  /** Local time minus UTC at `start`. */
  readonly offsetMinutes: number;
  /** Null when the registers differ in unit; `native` is then null too. */
  readonly nativeUnit: string | null;
  /** Sum of what is known; null when nothing is. */
  readonly energyKwh: number | null;
  readonly native: number | null;
  /** Parts of the register-hours that were to be expected, their sum is 1 with `missingShare`. */
  readonly measuredShare: number;
  readonly estimatedShare: number;
  readonly missingShare: number;
}

/**
 * Consumption by energy and local bucket, every bucket of the period. A bucket's register-hours are those for which a
 * register had a point to read or a formula to follow, so that neither an hour without a row nor an exchanged meter is taken for 0 or missing.
 * Reads the (register_id, hour) index range of each register in the period's chunks: a year of 3 registers is 26,280
 * rows, 0.1 s among 1,000,000 on a busy machine.
 */
export async function listConsumptionBuckets(
  db: Queryable,
  buckets: ConsumptionBuckets,
): Promise<ConsumptionBucketRow[]> {
  const { rows } = await db.query<ConsumptionBucketRow>(consumptionBucketsSql, [
    buckets.meterIds,
    buckets.from,
    buckets.to,
    buckets.timeZone,
    buckets.by,
    buckets.now,
  ]);
  return rows;
}

const consumptionBucketsSql = `
with counted as (
  select m.energy, r.id as register_id, r.unit
    from meter m join register r on r.meter_id = m.id and r.direction = 'import' and r.counted
   where m.id = any($1)
), energy as (
  select energy, case when min(unit) = max(unit) then min(unit) end as unit from counted group by energy
), bucket as (
  select start, least(date_add(start, ('1 ' || $5)::interval, $4), $6) as "end"
    from generate_series($2::timestamptz, $3::timestamptz - interval '1 microsecond', ('1 ' || $5)::interval, $4) as s (start)
   where start < $6
), known as (
  select k.energy, date_trunc($5, c.hour, $4) as start, sum(c.native) as native, sum(c.energy_kwh) as energy_kwh,
         sum(c.measured_share::float8) as measured, sum(c.estimated_share::float8) as estimated, count(*) as hours
    from counted k
    cross join lateral (
      select * from consumption c where c.register_id = k.register_id and c.hour >= $2 and c.hour < $3 offset 0) c
   group by 1, 2
), valid as (
  select rp.register_id, rp.valid from register_point rp where rp.register_id in (select register_id from counted)
  union all
  select f.register_id, f.valid from register_formula f
   where f.register_id in (select register_id from counted) and upper_inf(f.known)
), expected as (
  select k.energy, b.start,
         sum(extract(epoch from least(coalesce(upper(v.valid), 'infinity'), b."end") - greatest(lower(v.valid), b.start)))::float8
           / 3600 as hours
    from counted k
    join valid v on v.register_id = k.register_id
    join bucket b on v.valid && tstzrange(b.start, b."end")
   group by 1, 2
), joined as (
  select e.energy, e.unit, b.start, k.native, k.energy_kwh, coalesce(k.measured, 0) as measured,
         coalesce(k.estimated, 0) as estimated,
         greatest(x.hours, k.measured + k.estimated, case when x.hours is null then k.hours end) as hours
    from energy e
    cross join bucket b
    left join known k on k.energy = e.energy and k.start = b.start
    left join expected x on x.energy = e.energy and x.start = b.start
)
select energy, start, extract(epoch from (start at time zone $4) - (start at time zone 'UTC'))::int / 60 as "offsetMinutes",
       unit as "nativeUnit", energy_kwh as "energyKwh", case when unit is not null then native end as native,
       coalesce(measured / nullif(hours, 0), 0) as "measuredShare",
       coalesce(estimated / nullif(hours, 0), 0) as "estimatedShare",
       least(1, greatest(0, 1 - coalesce((measured + estimated) / nullif(hours, 0), 0))) as "missingShare"
  from joined
 order by energy, start`;

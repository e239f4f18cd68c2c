import type { Queryable } from "../pool.ts";
import type { ConsumptionStep, LocalPeriod } from "./widen-period.ts";

export interface RegisterBuckets extends LocalPeriod {
  /** Inner ids; of each its counted import registers. */
  readonly meterIds: readonly number[];
  /** The period begins and ends where a step does: see widenPeriod. */
  readonly by: ConsumptionStep;
  /** The running step is expected up to here only. */
  readonly now: Date;
}

export interface RegisterBucketRow {
  readonly registerId: number;
  readonly meterId: number;
  readonly tariffClass: string;
  readonly unit: string;
  readonly start: Date;
  /** Null where nothing is known; the kWh also where a known part has none. */
  readonly native: number | null;
  readonly energyKwh: number | null;
  readonly measuredHours: number;
  readonly estimatedHours: number;
  /** For so many hours a register had a point to read, or a formula. */
  readonly expectedHours: number;
  readonly reasons: number;
}

const sources: Readonly<Record<ConsumptionStep, "hours" | "days" | "months">> = {
  hour: "hours",
  day: "days",
  week: "days",
  month: "months",
  year: "months",
};

/** What is known of each register in a local step, as rows to be summed. */
const known = {
  hours: `select date_trunc($5, c.hour, $4) as start, c.native, c.energy_kwh, c.measured_share::float8 as measured,
                 c.estimated_share::float8 as estimated, c.reasons
            from consumption c where c.register_id = k.id and c.hour >= $2 and c.hour < $3 offset 0`,
  days: `select date_trunc($5, c.day::timestamp) at time zone $4 as start, c.native, c.energy_kwh, c.measured_hours::float8 as measured,
                c.estimated_hours::float8 as estimated, c.reasons
           from consumption_day c where c.register_id = k.id
            and c.day >= ($2::timestamptz at time zone $4)::date and c.day < ($3::timestamptz at time zone $4)::date offset 0`,
  months: `select date_trunc($5, c.month::timestamp) at time zone $4 as start, c.native, c.energy_kwh, c.measured_hours::float8 as measured,
                  c.estimated_hours::float8 as estimated, c.reasons
             from consumption_month c where c.register_id = k.id
              and c.month >= ($2::timestamptz at time zone $4)::date and c.month < ($3::timestamptz at time zone $4)::date offset 0`,
} as const;

/**
 * Consumption by register and local step, a row for each in which it was to be expected or is known. Reads an index range
 * of each register: 24 hours a day by hour, one row a day by day and week, one a month by month and year.
 */
export async function listRegisterBuckets(db: Queryable, asked: RegisterBuckets): Promise<RegisterBucketRow[]> {
  const { meterIds, from, to, timeZone, by, now } = asked;
  const { rows } = await db.query<RegisterBucketRow>(bucketsSql(sources[by]), [meterIds, from, to, timeZone, by, now]);
  return rows;
}

const bucketsSql = (source: keyof typeof known): string => `
with counted as materialized (
  select r.id, r.meter_id, r.tariff_class, r.unit from register r
   where r.meter_id = any($1) and r.counted and r.direction = 'import'
), bucket as (
  select start, least(date_add(start, ('1 ' || $5)::interval, $4), $6) as "end"
    from generate_series($2::timestamptz, $3::timestamptz - interval '1 microsecond', ('1 ' || $5)::interval, $4) as s (start)
   where start < $6
), valid as (
  select rp.register_id, rp.valid from register_point rp where rp.register_id in (select id from counted)
  union all
  select f.register_id, f.valid from register_formula f where f.register_id in (select id from counted) and upper_inf(f.known)
), expected as (
  select v.register_id, b.start,
         sum(extract(epoch from least(coalesce(upper(v.valid), 'infinity'), b."end") - greatest(coalesce(lower(v.valid), '-infinity'), b.start)))::float8 / 3600 as hours
    from valid v join bucket b on v.valid && tstzrange(b.start, b."end")
   group by 1, 2
), summed as (
  select k.id as register_id, c.start, sum(c.native) as native,
         case when bool_and(c.native is null or c.energy_kwh is not null) then sum(c.energy_kwh) end as energy_kwh,
         sum(c.measured) as measured, sum(c.estimated) as estimated, bit_or(c.reasons)::int4 as reasons
    from counted k cross join lateral (${known[source]}) c
   group by 1, 2
)
select k.id as "registerId", k.meter_id as "meterId", k.tariff_class as "tariffClass", k.unit, j.start, s.native,
       s.energy_kwh as "energyKwh", coalesce(s.measured, 0) as "measuredHours", coalesce(s.estimated, 0) as "estimatedHours",
       greatest(coalesce(e.hours, 0), coalesce(s.measured, 0) + coalesce(s.estimated, 0)) as "expectedHours",
       coalesce(s.reasons, 0) as reasons
  from (select register_id, start from expected union select register_id, start from summed) j
  join counted k on k.id = j.register_id
  left join expected e using (register_id, start)
  left join summed s using (register_id, start)
 order by k.id, j.start`;

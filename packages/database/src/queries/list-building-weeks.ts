import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export type WeekSpan = "thisWeek" | "lastWeekSameSpan" | "lastWeek";

export interface BuildingWeekRow {
  /** uuid */
  readonly building: string;
  readonly energy: Energy;
  readonly span: WeekSpan;
  readonly weekStart: Date;
  /** End of the last whole hour known this week. */
  readonly until: Date | null;
  readonly nativeUnit: string | null;
  readonly energyKwh: number | null;
  readonly native: number | null;
  /** Part of the span's register-hours that is measured or estimated. */
  readonly knownShare: number;
}

const longestLookBackMs = 15 * 24 * 3_600_000;

/**
 * This local week against the last for each energy of each building (uuids), three rows an energy. Sub-meters are left
 * out. The spans are compared up to the same local weekday and hour, the last that this week knows. Reads at most 15
 * days of each register, in the one or two chunks that hold them: 360 rows a register. 40 buildings of 3 registers: 0.15 s among 1,000,000 hours, on a busy
 * machine; joining the expected hours before the sums took 1.4 s.
 */
export async function listBuildingWeeks(
  db: Queryable,
  buildings: readonly string[],
  now: Date,
): Promise<BuildingWeekRow[]> {
  const earliest = new Date(now.getTime() - longestLookBackMs);
  const { rows } = await db.query<BuildingWeekRow>(buildingWeeksSql, [buildings, now, earliest]);
  return rows;
}

const buildingWeeksSql = `
with place as (
  select b.id, b.uuid, b.time_zone, date_trunc('week', $2::timestamptz, b.time_zone) as week_start,
         date_add(date_trunc('week', $2::timestamptz, b.time_zone), interval '-7 days', b.time_zone) as last_start
    from building b where b.uuid = any($1::uuid[])
), counted as (
  select m.building_id, m.energy, r.id as register_id, r.unit
    from place p
    join meter m on m.building_id = p.id and m.parent_meter_id is null
    join register r on r.meter_id = m.id and r.direction = 'import'
), known as materialized (
  select k.building_id, k.energy, c.hour, sum(c.native) as native, sum(c.energy_kwh) as energy_kwh,
         sum(c.measured_share::float8 + c.estimated_share) as hours
    from counted k
    cross join lateral (
      select * from consumption c where c.register_id = k.register_id and c.hour >= $3 and c.hour < $2 offset 0) c
   group by 1, 2, 3
), newest as (
  select p.id as building_id, h.energy, max(h.hour) + interval '1 hour' as "end"
    from place p join known h on h.building_id = p.id and h.hour >= p.week_start and h.hours > 0
   group by 1, 2
), reach as (
  select p.id as building_id, p.uuid, p.time_zone, p.week_start, p.last_start, k.energy, k.unit,
         case when n."end" < $2 then n."end" when n."end" is not null then date_trunc('hour', $2::timestamptz) end as until
    from place p
    join (select building_id, energy, case when min(unit) = max(unit) then min(unit) end as unit
            from counted group by 1, 2) k on k.building_id = p.id
    left join newest n on n.building_id = p.id and n.energy = k.energy
), span as (
  select r.*, s.*
    from reach r
    cross join lateral (values
      ('thisWeek', week_start, until),
      ('lastWeekSameSpan', last_start, date_add(until, interval '-7 days', time_zone)),
      ('lastWeek', last_start, week_start)) as s (span, "from", "to")
), expected as (
  select s.building_id, s.energy, s.span,
         sum(extract(epoch from least(coalesce(upper(rp.valid), 'infinity'), s."to") - greatest(lower(rp.valid), s."from")))::float8
           / 3600 as hours
    from span s
    join counted k on k.building_id = s.building_id and k.energy = s.energy
    join register_point rp on rp.register_id = k.register_id and rp.valid && tstzrange(s."from", s."to")
   where s."from" < s."to"
   group by 1, 2, 3
), total as (
  select s.building_id, s.energy, s.span, sum(h.energy_kwh) as energy_kwh, sum(h.native) as native, sum(h.hours) as hours
    from span s
    join known h on h.building_id = s.building_id and h.energy = s.energy and h.hour >= s."from" and h.hour < s."to"
   group by 1, 2, 3
)
select s.uuid as building, s.energy, s.span, s.week_start as "weekStart", s.until, s.unit as "nativeUnit",
       t.energy_kwh as "energyKwh", case when s.unit is not null then t.native end as native,
       least(1, coalesce(t.hours / nullif(greatest(x.hours, t.hours), 0), 0)) as "knownShare"
  from span s
  left join total t on t.building_id = s.building_id and t.energy = s.energy and t.span = s.span
  left join expected x on x.building_id = s.building_id and x.energy = s.energy and x.span = s.span
 order by s.uuid, s.energy, s.span`;

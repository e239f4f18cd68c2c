import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export interface RegisterQualityRow {
  /** uuids */
  readonly register: string;
  readonly registerName: string;
  readonly meter: { readonly id: string; readonly name: string };
  readonly building: { readonly id: string; readonly name: string };
  readonly energy: Energy;
  readonly measuredHours: number;
  readonly estimatedHours: number;
  readonly expectedHours: number;
  readonly reasons: number;
  readonly missingDays: number;
  readonly breaks: number;
  readonly lastReadingAt: Date | null;
  /** End of the last hour of which anything is known; null: none in 400 days. */
  readonly knownUntil: Date | null;
}

/**
 * How well an organisation's counted registers, and those of organisations below it that the caller sees, are known over
 * [from, to). Reads their days of the period, the newest reading of each point and the last known day's hours.
 */
export async function listRegisterQuality(
  db: Queryable,
  asked: { readonly organisation: string; readonly from: Date; readonly to: Date; readonly now: Date },
): Promise<RegisterQualityRow[]> {
  const { rows } = await db.query<RegisterQualityRow>(qualitySql, [
    asked.organisation,
    asked.from,
    asked.to,
    asked.now,
  ]);
  return rows;
}

const qualitySql = `
with owner as materialized (
  select o.id from organisation o where o.uuid = $1
  union
  select l.child_id from organisation_link l join organisation o on o.id = l.parent_id where o.uuid = $1 and l.valid @> current_date
), counted as materialized (
  select r.id, r.uuid, r.name, m.uuid as meter, m.name as meter_name, m.energy, b.uuid as building, b.name as building_name, b.time_zone,
         ($2::timestamptz at time zone b.time_zone)::date as first,
         (least($3::timestamptz, $4) at time zone b.time_zone - interval '1 microsecond')::date as last
    from building b join meter m on m.building_id = b.id join register r on r.meter_id = m.id
   where b.organisation_id in (select id from owner) and r.counted and r.direction = 'import'
), valid as materialized (
  select rp.register_id, rp.valid from register_point rp where rp.register_id in (select id from counted)
  union all
  select f.register_id, f.valid from register_formula f where f.register_id in (select id from counted) and upper_inf(f.known)
), expected as (
  select k.id, sum(greatest(0, extract(epoch from
           least(coalesce(upper(v.valid), 'infinity'), (k.last + 1)::timestamp at time zone k.time_zone, $4)
           - greatest(coalesce(lower(v.valid), '-infinity'), k.first::timestamp at time zone k.time_zone))::float8 / 3600)) as hours
    from counted k join valid v on v.register_id = k.id group by 1
), newest as materialized (
  select rp.register_id, max(l.time) as at
    from tenant.latest_readings(array(select rp.point_id from register_point rp where rp.register_id in (select id from counted)), $4 - interval '400 days') l
    join register_point rp on rp.point_id = l.point_id and rp.valid @> l.time
   group by 1
)
select k.uuid as register, k.name as "registerName", jsonb_build_object('id', k.meter, 'name', k.meter_name) as meter,
       jsonb_build_object('id', k.building, 'name', k.building_name) as building, k.energy,
       d.measured as "measuredHours", d.estimated as "estimatedHours",
       greatest(coalesce(e.hours, 0), d.measured + d.estimated) as "expectedHours", d.reasons,
       d.missing_days + greatest(0, least(k.last - k.first + 1, ceil(coalesce(e.hours, 0) / 24)::int) - d.days) as "missingDays",
       (select count(*)::int from register_break x where x.register_id = k.id) as breaks,
       n.at as "lastReadingAt", h.until as "knownUntil"
  from counted k
  left join expected e on e.id = k.id
  left join newest n on n.register_id = k.id
  cross join lateral (
    select coalesce(sum(c.measured_hours::float8), 0) as measured, coalesce(sum(c.estimated_hours::float8), 0) as estimated,
           coalesce(bit_or(c.reasons), 0)::int4 as reasons, count(*)::int as days,
           (count(*) filter (where c.day_hours - c.measured_hours - c.estimated_hours > 1 and c.day < ($4 at time zone k.time_zone)::date))::int as missing_days
      from (select * from consumption_day c where c.register_id = k.id and c.day >= k.first and c.day <= k.last offset 0) c) d
  left join lateral (
    select max(c.day) as day from (select * from consumption_day c
     where c.register_id = k.id and c.day >= ($4::timestamptz - interval '400 days')::date and c.measured_hours + c.estimated_hours > 0 offset 0) c) l on true
  left join lateral (
    select max(c.hour) + interval '1 hour' as until from (select * from consumption c
     where c.register_id = k.id and c.hour >= l.day::timestamp at time zone k.time_zone
       and c.hour < (l.day + 1)::timestamp at time zone k.time_zone and c.missing_share < 1 offset 0) c) h on true
 order by k.building_name collate "fr-x-icu", k.meter_name collate "fr-x-icu", k.id`;

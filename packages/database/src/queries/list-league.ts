import type { Queryable } from "../pool.ts";
import type { BuildingUse } from "./list-buildings.ts";
import type { Energy } from "./list-meters.ts";

export interface LeagueRequest {
  /** uuid */
  readonly organisation: string;
  /** First days of local months: [from, to) */
  readonly from: string;
  readonly to: string;
  readonly energy?: Energy | undefined;
  readonly use?: BuildingUse | undefined;
  readonly now: Date;
}

export interface LeagueSum {
  readonly energyKwh: number | null;
  readonly native: number | null;
  /** Something is known that has no kWh. */
  readonly lacksKwh: boolean;
  readonly knownHours: number;
  readonly expectedHours: number;
}

export interface LeagueBuildingRow {
  /** uuid */
  readonly building: string;
  readonly name: string;
  readonly organisation: string;
  readonly use: BuildingUse;
  readonly simulated: boolean;
  readonly timeZone: string;
  readonly floorAreaM2: number | null;
  readonly energies: readonly {
    readonly energy: Energy;
    /** Inner ids of the meters that are added up. */
    readonly meterIds: readonly number[];
    readonly period: LeagueSum;
    /** The same months a year earlier. */
    readonly before: LeagueSum;
  }[];
}

/**
 * Every building of an organisation and of those below it that the caller sees, with what its meters used in some months
 * and in the same a year earlier. Reads one row a register and month: 5,000 buildings over 5 years are 600,000.
 */
export async function listLeague(db: Queryable, request: LeagueRequest): Promise<LeagueBuildingRow[]> {
  const { organisation, from, to, energy, use, now } = request;
  const { rows } = await db.query<LeagueBuildingRow>(leagueSql, [organisation, from, to, energy, use, now]);
  return rows;
}

const sum = (of: "period" | "before"): string =>
  `jsonb_build_object('energyKwh', sum(s.kwh) filter (where s.of = '${of}'), 'native', sum(s.native) filter (where s.of = '${of}'),
     'lacksKwh', coalesce(bool_or(s.lacks) filter (where s.of = '${of}'), false),
     'knownHours', coalesce(sum(s.known) filter (where s.of = '${of}'), 0),
     'expectedHours', coalesce(sum(greatest(s.known, s.expected)) filter (where s.of = '${of}'), 0))`;

const leagueSql = `
with owner as materialized (
  select o.id from organisation o where o.uuid = $1
  union
  select l.child_id from organisation_link l join organisation o on o.id = l.parent_id where o.uuid = $1 and l.valid @> current_date
), chosen as materialized (
  select b.*, o.name as owner from building b join organisation o on o.id = b.organisation_id
   where b.organisation_id in (select id from owner) and ($5::text is null or b.use = $5)
), span as materialized (
  select 'period' as of, $2::date as "from", $3::date as "to"
  union all
  select 'before', ($2::date - interval '1 year')::date, ($3::date - interval '1 year')::date
), counted as materialized (
  select c.id as building_id, c.time_zone, m.id as meter_id, m.energy, r.id as register_id
    from chosen c
    join meter m on m.building_id = c.id and m.parent_meter_id is null and m.counted and ($4::text is null or m.energy = $4)
    join register r on r.meter_id = m.id and r.counted and r.direction = 'import'
), valid as materialized (
  select rp.register_id, rp.valid from register_point rp where rp.register_id in (select register_id from counted)
  union all
  select f.register_id, f.valid from register_formula f
   where f.register_id in (select register_id from counted) and upper_inf(f.known)
), expected as (
  select k.register_id, s.of, sum(greatest(0, extract(epoch from
           least(coalesce(upper(v.valid), 'infinity'), s."to"::timestamp at time zone k.time_zone, $6)
           - greatest(coalesce(lower(v.valid), '-infinity'), s."from"::timestamp at time zone k.time_zone))::float8 / 3600)) as hours
    from counted k join valid v on v.register_id = k.register_id cross join span s group by 1, 2
), summed as (
  select k.building_id, k.energy, k.meter_id, s.of, u.kwh, u.native, u.lacks, coalesce(u.known, 0) as known, coalesce(e.hours, 0) as expected
    from counted k
    cross join span s
    left join expected e on e.register_id = k.register_id and e.of = s.of
    cross join lateral (
      select sum(c.energy_kwh) as kwh, sum(c.native) as native, bool_or(c.native is not null and c.energy_kwh is null) as lacks,
             sum(c.measured_hours::float8 + c.estimated_hours::float8) as known
        from (select * from consumption_month c
               where c.register_id = k.register_id and c.month >= s."from" and c.month < s."to" offset 0) c) u
), by_energy as (
  select s.building_id, jsonb_agg(jsonb_build_object('energy', s.energy, 'meterIds', s.meters, 'period', s.period, 'before', s.before) order by s.energy) as energies
    from (select s.building_id, s.energy, array_agg(distinct s.meter_id) as meters, ${sum("period")} as period, ${sum("before")} as before
            from summed s group by 1, 2) s
   group by 1
)
select c.uuid as building, c.name, c.owner as organisation, c.use, c.simulated, c.time_zone as "timeZone",
       (select a.floor_area_m2::float8 from building_floor_area a
         where a.building_id = c.id and a.valid @> ($3::date - 1) and upper_inf(a.known)) as "floorAreaM2",
       coalesce(e.energies, '[]') as energies
  from chosen c left join by_energy e on e.building_id = c.id
 order by c.name collate "fr-x-icu", c.uuid`;

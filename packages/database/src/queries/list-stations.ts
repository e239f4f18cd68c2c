import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export type StationKind = "file" | "sensor" | "open_meteo";

export interface StationRow {
  /** uuid */
  readonly id: string;
  readonly organisation: NamedReferenceRow | null;
  readonly code: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly kind: StationKind;
  readonly source: string;
  readonly timeZone: string;
  readonly point: NamedReferenceRow | null;
  /** `YYYY-MM-DD` */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly knownDays: number;
  readonly missingDays: number;
  readonly missingSince: string | null;
  readonly buildingCount: number;
}

export interface StationFilter {
  /** uuid: of this station alone */
  readonly station?: string | undefined;
  /** uuid: its own and the platform's */
  readonly organisation?: string | undefined;
  readonly now: Date;
}

/**
 * Stations by name, with what is known of their days. Reads the days of each station in one range of the primary key:
 * about 3,650 rows for ten years.
 */
export async function listStations(
  db: Queryable,
  { station, organisation, now }: StationFilter,
): Promise<StationRow[]> {
  const { rows } = await db.query<StationRow>(
    `select s.uuid as id, case when o.id is not null then jsonb_build_object('id', o.uuid, 'name', o.name) end as organisation,
            s.code, s.name, s.latitude, s.longitude, s.kind, s.source, s.time_zone as "timeZone", sensor.point,
            d.first_day::text as "firstDay", d.last_day::text as "lastDay", d.known::int as "knownDays",
            greatest(0, coalesce((until.yesterday - d.first_day) + 1 - d.known_before, 0))::int as "missingDays",
            case when d.last_known < until.yesterday then (d.last_known + 1)::text end as "missingSince",
            (select count(*) from building_station b where b.station_id = s.id and upper_inf(b.known)
                and b.valid @> ($3::timestamptz at time zone s.time_zone)::date)::int as "buildingCount"
       from station s
       left join organisation o on o.id = s.organisation_id
       cross join lateral (select ($3::timestamptz at time zone s.time_zone)::date - 1 as yesterday) until
       left join lateral (
         select jsonb_build_object('id', p.uuid, 'name', p.name) as point
           from station_sensor ss join point p on p.id = ss.point_id
          where ss.station_id = s.id and ss.valid @> $3::timestamptz limit 1) sensor on true
       cross join lateral (
         select min(day) as first_day, max(day) as last_day, count(*) filter (where whole) as known,
                count(*) filter (where whole and day <= until.yesterday) as known_before, max(day) filter (where whole) as last_known
           from (select day, day_hours - hours <= 4 as whole from station_day where station_id = s.id offset 0) days) d
      where ($1::uuid is null or s.uuid = $1)
        and ($2::uuid is null or s.organisation_id is null or o.uuid = $2)
      order by s.name, s.uuid`,
    [station, organisation, now],
  );
  return rows;
}

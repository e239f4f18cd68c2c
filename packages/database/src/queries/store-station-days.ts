import type { Connection } from "../pool.ts";
import type { StationKind } from "./list-stations.ts";

/** A day as its source gives it, in °C. */
export interface GivenDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly minC: number;
  readonly maxC: number;
  readonly meanC: number;
}

/** Stores days that a source gives as such: they count before what hours say. Returns how many changed. */
export async function storeStationDays(
  connection: Connection,
  station: { readonly id: number; readonly timeZone: string },
  kind: StationKind,
  days: readonly GivenDay[],
): Promise<number> {
  const { rowCount } = await connection.query(
    `insert into station_day as d (station_id, day, min_c, max_c, mean_c, hours, day_hours, given, source_kind)
     select $1, g.day, g.least, g.most, g.mean, length.hours, length.hours, true, $2
       from unnest($4::date[], $5::real[], $6::real[], $7::real[]) as g (day, least, most, mean)
       cross join lateral (select (extract(epoch from (g.day + 1)::timestamp at time zone $3 - g.day::timestamp at time zone $3) / 3600)::smallint
                                  as hours) length
     on conflict (station_id, day) do update
       set min_c = excluded.min_c, max_c = excluded.max_c, mean_c = excluded.mean_c, hours = excluded.hours,
           day_hours = excluded.day_hours, given = true, source_kind = excluded.source_kind, known_since = now()
     where not d.given or (d.min_c, d.max_c, d.mean_c) is distinct from (excluded.min_c, excluded.max_c, excluded.mean_c)`,
    [
      station.id,
      kind,
      station.timeZone,
      days.map(({ day }) => day),
      days.map(({ minC }) => minC),
      days.map(({ maxC }) => maxC),
      days.map(({ meanC }) => meanC),
    ],
  );
  return rowCount ?? 0;
}

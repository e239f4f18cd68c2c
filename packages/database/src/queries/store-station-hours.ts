import type { Connection } from "../pool.ts";
import type { StationKind } from "./list-stations.ts";

/** Temperature in °C over a UTC hour: its mean, least and greatest. */
export interface StationHour {
  /** Start of the hour, in ms since 1970 */
  readonly hourMs: number;
  readonly meanC: number;
  readonly minC: number;
  readonly maxC: number;
}

/** Stores hours of a station, one at most for each; what is so already stays. Returns how many changed. */
export async function storeStationHours(
  connection: Connection,
  station: number,
  kind: StationKind,
  hours: readonly StationHour[],
): Promise<number> {
  const { rowCount } = await connection.query(
    `insert into station_temperature as t (station_id, hour, temperature_c, min_c, max_c, source_kind)
     select $1, h.hour, h.mean, h.least, h.most, $2
       from unnest($3::timestamptz[], $4::real[], $5::real[], $6::real[]) as h (hour, mean, least, most)
     on conflict (station_id, hour) do update
       set temperature_c = excluded.temperature_c, min_c = excluded.min_c, max_c = excluded.max_c,
           source_kind = excluded.source_kind, known_since = now()
     where (t.temperature_c, t.min_c, t.max_c) is distinct from (excluded.temperature_c, excluded.min_c, excluded.max_c)`,
    [
      station,
      kind,
      hours.map(({ hourMs }) => new Date(hourMs)),
      hours.map(({ meanC }) => meanC),
      hours.map(({ minC }) => minC),
      hours.map(({ maxC }) => maxC),
    ],
  );
  return rowCount ?? 0;
}

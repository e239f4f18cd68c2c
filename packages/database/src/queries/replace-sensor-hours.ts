import { readingQuality } from "@gtb/domain/energy/reading-quality";
import type { Connection } from "../pool.ts";

/**
 * Computes again the hours in [from, to) (whole hours, ms since 1970) of a station that is a sensor: the plain mean of the
 * hour's sound readings, their least and greatest. An hour without readings is not there. Returns how many changed.
 */
export async function replaceSensorHours(
  connection: Connection,
  station: number,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(
    `with fresh as materialized (
       select date_trunc('hour', r.time, 'UTC') as hour, avg(r.value)::real as mean, min(r.value)::real as least, max(r.value)::real as most
         from reading r
         join station_sensor ss on ss.station_id = $1 and ss.point_id = r.point_id and ss.valid @> r.time
        where r.point_id = any (array(select point_id from station_sensor where station_id = $1))
          and r.time >= $2 and r.time < $3 and r.quality & $4::smallint = 0
        group by 1),
     gone as (
       delete from station_temperature t
        where t.station_id = $1 and t.hour >= $2 and t.hour < $3 and not exists (select from fresh f where f.hour = t.hour)
       returning 1),
     stored as (
       insert into station_temperature as t (station_id, hour, temperature_c, min_c, max_c, source_kind)
       select $1, hour, mean, least, most, 'sensor' from fresh
       on conflict (station_id, hour) do update
         set temperature_c = excluded.temperature_c, min_c = excluded.min_c, max_c = excluded.max_c, source_kind = 'sensor', known_since = now()
       where (t.temperature_c, t.min_c, t.max_c) is distinct from (excluded.temperature_c, excluded.min_c, excluded.max_c)
       returning 1)
     select (select count(*) from gone) + (select count(*) from stored) as count`,
    [station, new Date(fromMs), new Date(toMs), readingQuality.suspect],
  );
  return rows[0]?.count ?? 0;
}

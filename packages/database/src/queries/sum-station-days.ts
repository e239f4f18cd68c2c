import type { Connection } from "../pool.ts";

/**
 * Computes again the local days of a station that hours in [from, to) lie in: least, greatest and mean of their hours. A
 * day without hours is not there; a day that its source gave as such stays. Reads those days' hours.
 */
export async function sumStationDays(
  connection: Connection,
  station: { readonly id: number; readonly timeZone: string },
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<void> {
  await connection.query(
    `with bounds as materialized (
       select ($3::timestamptz at time zone $2)::date as first, ($4::timestamptz at time zone $2)::date as last),
     summed as materialized (
       select (hour at time zone $2)::date as day, min(min_c) as least, max(max_c) as most, avg(temperature_c) as mean,
              count(*) as hours, (array_agg(source_kind order by hour desc))[1] as kind
         from station_temperature
        where station_id = $1 and hour >= (select first::timestamp at time zone $2 from bounds)
          and hour < (select (last + 1)::timestamp at time zone $2 from bounds)
        group by 1),
     gone as (
       delete from station_day d using bounds b
        where d.station_id = $1 and d.day between b.first and b.last and not d.given
          and d.day not in (select day from summed))
     insert into station_day as d (station_id, day, min_c, max_c, mean_c, hours, day_hours, given, source_kind)
     select $1, day, least, most, mean, hours,
            extract(epoch from (day + 1)::timestamp at time zone $2 - day::timestamp at time zone $2) / 3600, false, kind
       from summed
     on conflict (station_id, day) do update
       set min_c = excluded.min_c, max_c = excluded.max_c, mean_c = excluded.mean_c, hours = excluded.hours,
           day_hours = excluded.day_hours, source_kind = excluded.source_kind, known_since = now()
     where not d.given and (d.min_c, d.max_c, d.mean_c, d.hours) is distinct from (excluded.min_c, excluded.max_c, excluded.mean_c, excluded.hours)`,
    [station.id, station.timeZone, new Date(fromMs), new Date(toMs - 1)],
  );
}

import type { Queryable } from "../pool.ts";

/**
 * The hourly means of a station (uuid) by local day of it, in [from, to): °C in order of time. Reads the range of the
 * station's hours in the chunks (a year each) of the period.
 */
export async function listStationHours(
  db: Queryable,
  station: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Map<string, number[]>> {
  const { rows } = await db.query<{ day: string; hoursC: number[] }>(
    `with s as materialized (select id, time_zone as zone from station where uuid = $1)
     select (hour at time zone (select zone from s))::date::text as day, array_agg(temperature_c::float8 order by hour) as "hoursC"
       from station_temperature
      where station_id = (select id from s) and hour >= ($2::date)::timestamp at time zone (select zone from s)
        and hour < ($3::date)::timestamp at time zone (select zone from s)
      group by 1`,
    [station, from, to],
  );
  return new Map(rows.map(({ day, hoursC }) => [day, hoursC]));
}

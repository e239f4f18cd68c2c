import type { Queryable } from "../pool.ts";

/** Start of the last hour that is known of a station; undefined: none. One index entry. */
export async function getLastStationHour(db: Queryable, station: number): Promise<Date | undefined> {
  const { rows } = await db.query<{ hour: Date }>(
    "select hour from station_temperature where station_id = $1 order by hour desc limit 1",
    [station],
  );
  return rows[0]?.hour;
}

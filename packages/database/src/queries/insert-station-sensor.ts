import type { Queryable } from "../pool.ts";

/**
 * Makes an outdoor temperature point (uuid) the sensor of a station (uuid) of the same organisation, for all time: a job
 * computes its hours. False when there is no such point in °C there.
 */
export async function insertStationSensor(db: Queryable, station: string, point: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into station_sensor (organisation_id, station_id, point_id)
     select s.organisation_id, s.id, p.id from station s join point p on p.organisation_id = s.organisation_id
      where s.uuid = $1 and p.uuid = $2 and p.quantity = 'temperature' and p.unit = 'Cel' and p.kind = 'gauge'`,
    [station, point],
  );
  return rowCount === 1;
}

import type { Queryable } from "../pool.ts";

export interface OutdoorPointRow {
  /** uuids */
  readonly point: string;
  readonly building: string;
  readonly organisation: string;
  /** uuid of the station whose sensor the point is, now or once */
  readonly station: string | null;
  /** The building has, or had before somebody changed it, a station. */
  readonly assigned: boolean;
}

/** Where these points (uuids) hang, and what is already said of the weather there. */
export async function listOutdoorPoints(db: Queryable, points: readonly string[]): Promise<OutdoorPointRow[]> {
  const { rows } = await db.query<OutdoorPointRow>(
    `select p.uuid as point, b.uuid as building, o.uuid as organisation,
            (select s.uuid from station_sensor ss join station s on s.id = ss.station_id where ss.point_id = p.id limit 1) as station,
            exists (select from building_station bs where bs.building_id = b.id) as assigned
       from point p join building b on b.id = p.building_id join organisation o on o.id = p.organisation_id
      where p.uuid = any($1)`,
    [points],
  );
  return rows;
}

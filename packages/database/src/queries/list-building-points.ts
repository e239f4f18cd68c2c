import type { Queryable } from "../pool.ts";
import { type PointRow, pointColumns } from "./get-point.ts";

export interface PointWithLatestRow extends PointRow {
  readonly latestTime: Date | null;
  readonly latestValue: number | null;
}

/**
 * A building's points, each with its newest reading since `since`: one descent of the (point_id, time) index a point,
 * 0.03 ms each; `since` spares the chunks before it, where a point that fell silent would else be looked for.
 */
export async function listBuildingPoints(
  db: Queryable,
  buildingId: string,
  since: Date,
): Promise<PointWithLatestRow[]> {
  const { rows } = await db.query<PointWithLatestRow>(
    `select ${pointColumns}, latest.time as "latestTime", latest.value as "latestValue"
       from building b
       join point p on p.building_id = b.id
       left join zone z on z.id = p.zone_id
       left join tenant.latest_readings(
              array(select p.id from building b join point p on p.building_id = b.id where b.uuid = $1), $2) latest
         on latest.point_id = p.id
      where b.uuid = $1
      order by z.name collate "fr-x-icu" nulls last, p.name collate "fr-x-icu", p.id`,
    [buildingId, since],
  );
  return rows;
}

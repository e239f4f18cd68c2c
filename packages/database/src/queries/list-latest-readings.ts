import type { Queryable } from "../pool.ts";

export interface LatestReadingRow {
  /** uuid */
  readonly building: string;
  /** uuid */
  readonly point: string;
  readonly time: Date;
  readonly value: number;
}

/** The newest reading since `since` of those of the points (inner ids) that are in one of the buildings (uuids): one index descent a point. */
export async function listLatestReadings(
  db: Queryable,
  pointIds: readonly number[],
  buildings: readonly string[],
  since: Date,
): Promise<LatestReadingRow[]> {
  const { rows } = await db.query<LatestReadingRow>(
    `select b.uuid as building, p.uuid as point, latest.time, latest.value
       from building b
       join point p on p.building_id = b.id and p.id = any($1)
       join tenant.latest_readings($1, $3) latest on latest.point_id = p.id
      where b.uuid = any($2::uuid[])`,
    [pointIds, buildings, since],
  );
  return rows;
}

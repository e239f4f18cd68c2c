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
       join lateral (select r.time, r.value from reading r where r.point_id = p.id and r.time >= $3
                      order by r.time desc limit 1) latest on true
      where b.uuid = any($2::uuid[])`,
    [pointIds, buildings, since],
  );
  return rows;
}

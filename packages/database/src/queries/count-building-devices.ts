import type { Queryable } from "../pool.ts";

/** How many devices are declared in a building (uuid). */
export async function countBuildingDevices(db: Queryable, buildingId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*) as count from building b join device d on d.building_id = b.id where b.uuid = $1",
    [buildingId],
  );
  return rows[0]?.count ?? 0;
}

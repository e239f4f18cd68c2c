import type { Queryable } from "../pool.ts";

/** Inner ids of all registers of a building (uuid). */
export async function listBuildingRegisters(db: Queryable, buildingUuid: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select r.id from building b join meter m on m.building_id = b.id join register r on r.meter_id = m.id
      where b.uuid = $1 order by r.id`,
    [buildingUuid],
  );
  return rows.map(({ id }) => id);
}

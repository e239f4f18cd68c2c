import type { Queryable } from "../pool.ts";

export interface ZoneRow {
  readonly id: string;
  /** uuid */
  readonly building: string;
  readonly name: string;
  readonly floor: string | null;
}

export async function listBuildingZones(db: Queryable, buildingId: string): Promise<ZoneRow[]> {
  const { rows } = await db.query<ZoneRow>(
    `select z.uuid as id, b.uuid as building, z.name, z.floor
       from zone z join building b on b.id = z.building_id where b.uuid = $1 order by z.floor, z.name collate "fr-x-icu"`,
    [buildingId],
  );
  return rows;
}

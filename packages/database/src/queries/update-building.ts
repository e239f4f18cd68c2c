import type { Connection } from "../pool.ts";

/** What may be mended of a building; undefined: stays as it is. */
export interface BuildingChange {
  readonly name?: string | undefined;
  readonly use?: string | undefined;
  readonly heatingEnergy?: string | undefined;
}

/** Changes a building (uuid). One row; false when there is none that the caller may change. */
export async function updateBuilding(db: Connection, id: string, change: BuildingChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update building set name = coalesce($2, name), use = coalesce($3, use), heating_energy = coalesce($4, heating_energy)
      where uuid = $1`,
    [id, change.name, change.use, change.heatingEnergy],
  );
  return rowCount === 1;
}

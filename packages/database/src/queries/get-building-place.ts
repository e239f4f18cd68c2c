import type { Queryable } from "../pool.ts";

export interface BuildingPlaceRow {
  readonly id: string;
  readonly name: string;
  /** Of its site, in degrees */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Where a building (uuid) stands; undefined when there is none. */
export async function getBuildingPlace(db: Queryable, building: string): Promise<BuildingPlaceRow | undefined> {
  const { rows } = await db.query<BuildingPlaceRow>(
    `select b.uuid as id, b.name, s.latitude, s.longitude
       from building b left join site s on s.id = b.site_id where b.uuid = $1`,
    [building],
  );
  return rows[0];
}

import type { Queryable } from "../pool.ts";

export interface BuildingStationRow {
  /** uuid */
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** `YYYY-MM-DD`; null: always */
  readonly from: string | null;
  /** Not included; null: still */
  readonly to: string | null;
}

/** Whose weather a building (uuid) has, as is believed now, the last first. */
export async function listBuildingStations(db: Queryable, building: string): Promise<BuildingStationRow[]> {
  const { rows } = await db.query<BuildingStationRow>(
    `select s.uuid as id, s.name, s.source, nullif(lower(b.valid), '-infinity')::text as "from", upper(b.valid)::text as "to"
       from building_station b join station s on s.id = b.station_id
      where b.building_id = (select id from building where uuid = $1) and upper_inf(b.known)
      order by b.valid desc`,
    [building],
  );
  return rows;
}

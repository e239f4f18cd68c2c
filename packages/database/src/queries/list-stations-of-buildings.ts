import type { Queryable } from "../pool.ts";

export interface StationOfBuildingRow {
  /** uuids */
  readonly building: string;
  readonly station: string;
  /** `YYYY-MM-DD`; null: always */
  readonly from: string | null;
  /** Not included; null: still */
  readonly to: string | null;
}

/** Whose weather buildings (uuids) have, as is believed now. */
export async function listStationsOfBuildings(
  db: Queryable,
  buildings: readonly string[],
): Promise<StationOfBuildingRow[]> {
  const { rows } = await db.query<StationOfBuildingRow>(
    `select b.uuid as building, s.uuid as station, nullif(lower(a.valid), '-infinity')::text as "from", upper(a.valid)::text as "to"
       from building_station a join station s on s.id = a.station_id join building b on b.id = a.building_id
      where b.uuid = any($1) and upper_inf(a.known)`,
    [buildings],
  );
  return rows;
}

import type { BuildingStation } from "@gtb/contracts/climate";
import type { Queryable } from "@gtb/database/pool";
import { listBuildingStations } from "@gtb/database/queries/list-building-stations";

/** Whose weather a building (uuid) has, as the API shows it. */
export async function readBuildingStations(db: Queryable, building: string): Promise<BuildingStation[]> {
  const stations = await listBuildingStations(db, building);
  return stations.map(({ from, to, ...station }) => ({ station, from, to }));
}

import type { BuildingDetail } from "@gtb/contracts/buildings";
import type { Queryable } from "@gtb/database/pool";
import { countBuildingDevices } from "@gtb/database/queries/count-building-devices";
import { getBuilding } from "@gtb/database/queries/get-building";
import { listBuildingPoints } from "@gtb/database/queries/list-building-points";
import { listBuildingZones } from "@gtb/database/queries/list-building-zones";
import { listMeters } from "@gtb/database/queries/list-meters";
import type { z } from "zod";
import type { DeclaredPart } from "../../etag.ts";
import { latestSince } from "../../latest-since.ts";

/** All that is said of one building. Undefined when there is none. */
export async function readBuilding(
  db: Queryable,
  buildingId: string,
  now: Date,
): Promise<z.output<typeof BuildingDetail> | undefined> {
  const building = await getBuilding(db, buildingId, now);
  if (building === undefined) return undefined;
  const points = await listBuildingPoints(db, buildingId, latestSince(now));
  return {
    ...building,
    zones: await listBuildingZones(db, buildingId),
    points: points.map(({ latestTime: time, latestValue: value, ...point }) => ({
      ...point,
      latest: time !== null && value !== null ? { time, value } : null,
    })),
    meters: await listMeters(db, { now, building: buildingId }),
    deviceCount: await countBuildingDevices(db, buildingId),
  };
}

/** What an edit of the building may not overwrite unseen; its points and their values come and go beside. */
export const declaredOfBuilding: DeclaredPart = (reply) => {
  const { id, name, use, heatingEnergy, timeZone, floorAreaM2, simulated } = reply as BuildingDetail;
  return { id, name, use, heatingEnergy, timeZone, floorAreaM2, simulated };
};

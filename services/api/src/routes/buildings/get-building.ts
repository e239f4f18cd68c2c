import { BuildingDetail, BuildingParams } from "@gtb/contracts/buildings";
import { countBuildingDevices } from "@gtb/database/queries/count-building-devices";
import { getBuilding } from "@gtb/database/queries/get-building";
import { listBuildingPoints } from "@gtb/database/queries/list-building-points";
import { listBuildingZones } from "@gtb/database/queries/list-building-zones";
import { listMeters } from "@gtb/database/queries/list-meters";
import { latestSince } from "../../latest-since.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getBuildingRoute = route({
  method: "GET",
  path: "/api/v1/buildings/:buildingId",
  allow: "data:read",
  summary: "One building with its zones, points and their latest values, and meters",
  params: BuildingParams,
  reply: BuildingDetail,
  handler: async ({ db, params: { buildingId }, now }) => {
    const building = found(await getBuilding(db, buildingId, now), "building");
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
  },
});

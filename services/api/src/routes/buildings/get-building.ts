import { BuildingDetail, BuildingParams } from "@gtb/contracts/buildings";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { metersTable } from "./meters-table.ts";
import { declaredOfBuilding, readBuilding } from "./read-building.ts";

export const getBuildingRoute = route({
  method: "GET",
  path: "/api/v1/buildings/:buildingId",
  allow: "data:read",
  summary: "One building with its zones, points and their latest values, and meters",
  params: BuildingParams,
  reply: BuildingDetail,
  table: metersTable,
  declared: declaredOfBuilding,
  handler: async ({ db, params, now }) => found(await readBuilding(db, params.buildingId, now), "building"),
});

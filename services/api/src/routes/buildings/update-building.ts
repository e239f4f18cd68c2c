import { BuildingChangeBody, BuildingDetail, BuildingParams } from "@gtb/contracts/buildings";
import { updateBuilding } from "@gtb/database/queries/update-building";
import { editRoute } from "../../edit-route.ts";
import { found } from "../../problem-error.ts";
import { declaredOfBuilding, readBuilding } from "./read-building.ts";

export const updateBuildingRoute = editRoute({
  path: "/api/v1/buildings/:buildingId",
  allow: "building:write",
  summary: "Mend what was declared of a building",
  table: "building",
  params: BuildingParams,
  body: BuildingChangeBody,
  reply: BuildingDetail,
  declared: declaredOfBuilding,
  read: readBuilding,
  change: async (db, id, body) => void found((await updateBuilding(db, id, body)) || undefined, "building"),
});

import { Building, BuildingBody } from "@gtb/contracts/buildings";
import { getBuilding } from "@gtb/database/queries/get-building";
import { insertBuilding } from "@gtb/database/queries/insert-building";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createBuildingRoute = route({
  method: "POST",
  path: "/api/v1/buildings",
  allow: "building:write",
  summary: "Add a building to a site",
  body: BuildingBody,
  reply: Building,
  handler: async ({ db, body, now }) => {
    const id = referred(await insertBuilding(db, body), "The site");
    return found(await getBuilding(db, id, now), "building");
  },
});

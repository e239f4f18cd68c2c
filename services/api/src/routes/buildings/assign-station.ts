import { BuildingParams } from "@gtb/contracts/buildings";
import { BuildingStationBody, BuildingStationList } from "@gtb/contracts/climate";
import { assignStation } from "@gtb/database/queries/assign-station";
import { getBuildingPlace } from "@gtb/database/queries/get-building-place";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readBuildingStations } from "./read-building-stations.ts";

export const assignStationRoute = route({
  method: "POST",
  path: "/api/v1/buildings/:buildingId/stations",
  allow: "building:write",
  summary: "Say whose weather a building has, from a day on or always",
  params: BuildingParams,
  body: BuildingStationBody,
  reply: BuildingStationList,
  handler: async ({ db, params, body }) => {
    const { id, name } = found(await getBuildingPlace(db, params.buildingId), "building");
    referred((await assignStation(db, { building: id, ...body })) || undefined, "The station");
    return { building: { id, name }, stations: await readBuildingStations(db, id) };
  },
});

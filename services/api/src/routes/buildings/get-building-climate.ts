import { BuildingParams } from "@gtb/contracts/buildings";
import { BuildingClimate, ClimateQuery } from "@gtb/contracts/climate";
import { getBuildingPlace } from "@gtb/database/queries/get-building-place";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { answerClimate } from "../stations/answer-climate.ts";
import { climateTable } from "../stations/climate-table.ts";
import { readBuildingDays } from "./read-building-days.ts";
import { readBuildingStations } from "./read-building-stations.ts";

export const getBuildingClimateRoute = route({
  method: "GET",
  path: "/api/v1/buildings/:buildingId/climate",
  allow: "data:read",
  summary: "Outdoor temperatures and degree days of a building, by day, month or year",
  params: BuildingParams,
  query: ClimateQuery,
  reply: BuildingClimate,
  table: climateTable,
  handler: async ({ db, params, query }) => {
    const { id, name } = found(await getBuildingPlace(db, params.buildingId), "building");
    const days = await readBuildingDays(db, id, query, query.method);
    return { building: { id, name }, stations: await readBuildingStations(db, id), ...answerClimate(days, query) };
  },
});

import { ClimateQuery, StationClimate, StationParams } from "@gtb/contracts/climate";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { answerClimate, readDays } from "./answer-climate.ts";
import { climateTable } from "./climate-table.ts";
import { readStation } from "./read-station.ts";

export const getStationDaysRoute = route({
  method: "GET",
  path: "/api/v1/stations/:stationId/days",
  allow: "data:read",
  summary: "A station's temperatures and degree days, by day, month or year",
  params: StationParams,
  query: ClimateQuery,
  reply: StationClimate,
  table: climateTable,
  handler: async ({ db, params, query, now }) => {
    const { id, name } = found(await readStation(db, params.stationId, now), "station");
    return { station: { id, name }, ...answerClimate(await readDays(db, id, query, query.method), query) };
  },
});

import { Station, StationParams } from "@gtb/contracts/climate";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { declaredOfStation } from "./declared-of-station.ts";
import { readStation } from "./read-station.ts";

export const getStationRoute = route({
  method: "GET",
  path: "/api/v1/stations/:stationId",
  allow: "data:read",
  summary: "One weather station, and what is known of its days",
  params: StationParams,
  reply: Station,
  declared: declaredOfStation,
  handler: async ({ db, params, now }) => found(await readStation(db, params.stationId, now), "station"),
});

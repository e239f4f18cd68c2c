import { Station, StationChangeBody, StationParams } from "@gtb/contracts/climate";
import { updateStation } from "@gtb/database/queries/update-station";
import { editRoute } from "../../edit-route.ts";
import { found } from "../../problem-error.ts";
import { declaredOfStation } from "./declared-of-station.ts";
import { readStation } from "./read-station.ts";

export const updateStationRoute = editRoute({
  path: "/api/v1/stations/:stationId",
  allow: "building:write",
  summary: "Mend what was declared of a weather station",
  table: "station",
  params: StationParams,
  body: StationChangeBody,
  reply: Station,
  declared: declaredOfStation,
  read: readStation,
  change: async (db, id, body) => void found((await updateStation(db, id, body)) || undefined, "station"),
});

import { Station, StationBody } from "@gtb/contracts/climate";
import { insertStation } from "@gtb/database/queries/insert-station";
import { insertStationSensor } from "@gtb/database/queries/insert-station-sensor";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readStation } from "./read-station.ts";

export const createStationRoute = route({
  method: "POST",
  path: "/api/v1/stations",
  allow: "building:write",
  summary: "Add a weather station: of files, an outdoor sensor, or fetched from Open-Meteo",
  body: StationBody,
  reply: Station,
  handler: async ({ db, body: { point, ...station }, now }) => {
    const id = referred(await insertStation(db, station), "The organisation");
    if (point !== null)
      referred((await insertStationSensor(db, id, point)) || undefined, "The outdoor temperature point (in °C)");
    return found(await readStation(db, id, now), "station");
  },
});

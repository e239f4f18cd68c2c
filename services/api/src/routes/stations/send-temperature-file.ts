import { mostFileCharacters, StationParams, TemperatureFile, TemperatureFileBody } from "@gtb/contracts/climate";
import { insertStationFile } from "@gtb/database/queries/insert-station-file";
import { listStations } from "@gtb/database/queries/list-stations";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const sendTemperatureFileRoute = route({
  method: "POST",
  path: "/api/v1/stations/:stationId/temperature-files",
  allow: "building:write",
  summary: "Send a file of temperatures: a job reads it, its message tells each line that could not be used",
  params: StationParams,
  body: TemperatureFileBody,
  mostBodyBytes: 2 * mostFileCharacters,
  reply: TemperatureFile,
  handler: async ({ db, params: { stationId }, body, now }) => {
    const [station] = await listStations(db, { station: stationId, now });
    if (found(station, "station").kind !== "file")
      throw new ProblemError("not_of_files", "Only a station of files takes them.");
    return { id: found(await insertStationFile(db, stationId, body), "station") };
  },
});

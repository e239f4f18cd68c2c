import {
  type BuildingStationBody,
  BuildingStationList,
  Station,
  type StationBody,
  StationList,
  TemperatureFile,
} from "@gtb/contracts/climate";
import { Job } from "@gtb/contracts/jobs";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post } from "./request.ts";

export type ListedStation = z.output<typeof Station>;
export type StationWish = z.input<typeof StationBody>;

/** Stations that one sees: of an organisation and the platform's; the nearest to a building first. */
export function stationsQuery(filter: { readonly organisation?: string | undefined; readonly building?: string }) {
  return queryOptions({
    queryKey: ["stations", filter],
    queryFn: async ({ signal }) => (await get(StationList, apiUrl("/stations", filter), signal)).items,
  });
}

export async function addStation(wish: StationWish): Promise<void> {
  await post(Station, apiUrl("/stations"), wish);
}

/** Sends a file of temperatures; resolves with the id of the job that reads it. */
export async function sendTemperatureFile(station: string, file: File): Promise<string> {
  const body = { name: file.name.slice(0, 200), text: await file.text() };
  return (await post(TemperatureFile, apiUrl(`/stations/${station}/temperature-files`), body)).id;
}

/** The job that reads a file: looked at often until it is over. */
export function temperatureJobQuery(job: string) {
  return queryOptions({
    queryKey: ["jobs", job],
    queryFn: ({ signal }) => get(Job, apiUrl(`/jobs/${job}`), signal),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : 1_000),
  });
}

export async function assignStation(building: string, wish: z.input<typeof BuildingStationBody>): Promise<void> {
  await post(BuildingStationList, apiUrl(`/buildings/${building}/stations`), wish);
}

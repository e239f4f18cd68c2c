import { BuildingClimate, type ClimateStep } from "@gtb/contracts/climate";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { CalendarDate } from "../time/calendar-date.ts";
import { apiUrl, get } from "./request.ts";

export type WeatherOfBuilding = z.output<typeof BuildingClimate>;

/** Outdoor temperature and degree days of a building on local days [from, to). */
export function buildingClimateQuery(buildingId: string, from: CalendarDate, to: CalendarDate, by: ClimateStep) {
  return queryOptions({
    queryKey: ["building-climate", buildingId, from, to, by],
    queryFn: ({ signal }) => get(BuildingClimate, apiUrl(`/buildings/${buildingId}/climate`, { from, to, by }), signal),
    staleTime: 300_000,
  });
}

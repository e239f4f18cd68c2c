import { ConsumptionColumns, type ConsumptionStep } from "@gtb/contracts/consumption";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { CalendarDate } from "../time/calendar-date.ts";
import { startOfLocalDay } from "../time/local-time.ts";
import { apiUrl, get } from "./request.ts";

export type Consumption = z.output<typeof ConsumptionColumns>;
export type EnergySeries = Consumption["series"][number];

export interface ConsumptionRange {
  readonly buildingId: string;
  readonly timeZone: string;
  /** Local days [first, end) */
  readonly first: CalendarDate;
  readonly end: CalendarDate;
  readonly by: ConsumptionStep;
}

/** First part of the key of every consumption of a building: what the live stream makes stale. */
export function consumptionKey(buildingId: string) {
  return ["consumption", buildingId] as const;
}

export function consumptionQuery({ buildingId, timeZone, first, end, by }: ConsumptionRange) {
  const from = startOfLocalDay(first, timeZone);
  const to = startOfLocalDay(end, timeZone);
  return queryOptions({
    queryKey: [...consumptionKey(buildingId), by, first, end],
    queryFn: ({ signal }) =>
      get(ConsumptionColumns, apiUrl(`/buildings/${buildingId}/consumption`, { from, to, by }), signal),
  });
}

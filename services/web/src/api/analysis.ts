import { Analysis, type AnalysisGrouping, type AnalysisStep } from "@gtb/contracts/analysis";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { CalendarDate } from "../time/calendar-date.ts";
import { startOfLocalDay } from "../time/local-time.ts";
import { consumptionKey } from "./consumption.ts";
import { apiUrl, get, type QueryValues } from "./request.ts";

export type BuildingAnalysis = z.output<typeof Analysis>;
export type AnalysedSeries = BuildingAnalysis["series"][number];
export type AnalysedPart = NonNullable<BuildingAnalysis["previous"]>;

export interface AnalysisRange {
  readonly buildingId: string;
  readonly timeZone: string;
  /** Local days [first, end) */
  readonly first: CalendarDate;
  readonly end: CalendarDate;
  readonly by: AnalysisStep;
  readonly groupBy: AnalysisGrouping;
  /** As it was known at that instant; undefined: as it is known now */
  readonly asOf?: Date | undefined;
}

export function analysisPath({ buildingId }: AnalysisRange): string {
  return `/buildings/${buildingId}/analysis`;
}

export function analysisValues({ timeZone, first, end, by, groupBy, asOf }: AnalysisRange): QueryValues {
  const span = { from: startOfLocalDay(first, timeZone), to: startOfLocalDay(end, timeZone) };
  return { ...span, by, groupBy, asOf, compare: "previous_year" };
}

/** What a building used, beside the year before. The live stream makes it stale, like every consumption. */
export function analysisQuery(range: AnalysisRange) {
  return queryOptions({
    queryKey: [...consumptionKey(range.buildingId), "analysis", range],
    queryFn: ({ signal }) => get(Analysis, apiUrl(analysisPath(range), analysisValues(range)), signal),
  });
}

import { BuildingDetail, BuildingList, type BuildingSummary, type BuildingUse } from "@gtb/contracts/buildings";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get } from "./request.ts";

export type SummarisedBuilding = z.output<typeof BuildingSummary>;
export type WeekOfEnergy = SummarisedBuilding["weeks"][number];
export type DetailedBuilding = z.output<typeof BuildingDetail>;
export type MeasuredPoint = DetailedBuilding["points"][number];

export interface BuildingFilter {
  readonly search?: string | undefined;
  readonly organisation?: string | undefined;
  readonly use?: BuildingUse | undefined;
}

/** Pages of buildings with this week and the last; asked again every minute while somebody looks. */
export function buildingsQuery(filter: BuildingFilter) {
  return infiniteQueryOptions({
    queryKey: ["buildings", filter],
    queryFn: ({ pageParam, signal }) =>
      get(BuildingList, apiUrl("/buildings", { ...filter, cursor: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 60_000,
  });
}

export function buildingQuery(buildingId: string) {
  return queryOptions({
    queryKey: ["building", buildingId],
    queryFn: ({ signal }) => get(BuildingDetail, apiUrl(`/buildings/${buildingId}`), signal),
  });
}

import type { BuildingUse } from "@gtb/contracts/buildings";
import { League } from "@gtb/contracts/league";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get } from "./request.ts";

export type LeagueTable = z.output<typeof League>;
export type RankedBuilding = LeagueTable["items"][number];

export interface LeagueRange {
  readonly organisation: string;
  /** Local months, `2026-01`, both included */
  readonly from: string;
  readonly to: string;
  readonly use?: BuildingUse | undefined;
}

export function leaguePath({ organisation }: LeagueRange): string {
  return `/organisations/${organisation}/league`;
}

export function leagueQuery({ organisation, ...values }: LeagueRange) {
  return queryOptions({
    queryKey: ["league", organisation, values],
    queryFn: ({ signal }) => get(League, apiUrl(leaguePath({ organisation, ...values }), { ...values }), signal),
    staleTime: 60_000,
  });
}

import { DataQuality } from "@gtb/contracts/data-quality";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get } from "./request.ts";

export type QualityReport = z.output<typeof DataQuality>;
export type RegisterQuality = QualityReport["items"][number];

export interface QualityRange {
  readonly organisation: string;
  readonly from: Date;
  readonly to: Date;
}

export function dataQualityPath({ organisation }: QualityRange): string {
  return `/organisations/${organisation}/data-quality`;
}

export function dataQualityQuery({ organisation, from, to }: QualityRange) {
  return queryOptions({
    queryKey: ["data-quality", organisation, from.getTime(), to.getTime()],
    queryFn: ({ signal }) =>
      get(DataQuality, apiUrl(dataQualityPath({ organisation, from, to }), { from, to }), signal),
    staleTime: 60_000,
  });
}

import { type ReadingBucket, ReadingColumns } from "@gtb/contracts/readings";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get } from "./request.ts";

export type Readings = z.output<typeof ReadingColumns>;

export interface ReadingRange {
  readonly from: Date;
  readonly to: Date;
  readonly bucket: ReadingBucket;
}

/** One point over time, as the mean of each bucket. */
export function readingsQuery(pointId: string, { from, to, bucket }: ReadingRange) {
  return queryOptions({
    queryKey: ["readings", pointId, bucket, from.getTime(), to.getTime()],
    queryFn: ({ signal }) => get(ReadingColumns, apiUrl(`/points/${pointId}/readings`, { from, to, bucket }), signal),
    staleTime: 60_000,
  });
}

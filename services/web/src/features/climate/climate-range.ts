import type { ReadingRange } from "../../api/readings.ts";

export const climateSpans = ["24h", "7d", "30d"] as const;
export type ClimateSpan = (typeof climateSpans)[number];

const spans = {
  "24h": { hours: 24, bucket: "10m", bucketMs: 600_000 },
  "7d": { hours: 7 * 24, bucket: "1h", bucketMs: 3_600_000 },
  "30d": { hours: 30 * 24, bucket: "1h", bucketMs: 3_600_000 },
} as const;

/** The last hours or days, ending with the bucket that runs: the same for some minutes, so that replies are kept. */
export function climateRange(span: ClimateSpan, now: Date): ReadingRange {
  const { hours, bucket, bucketMs } = spans[span];
  const to = Math.ceil(now.getTime() / bucketMs) * bucketMs;
  return { from: new Date(to - hours * 3_600_000), to: new Date(to), bucket };
}

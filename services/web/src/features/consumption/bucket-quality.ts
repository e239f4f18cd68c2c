import type { Energy } from "@gtb/contracts/energies";
import type { Consumption, EnergySeries } from "../../api/consumption.ts";
import { localHourOf } from "../../time/local-time.ts";

/**
 * How well a bucket is known: measured; in part estimated; incomplete (a part is missing, what is shown is too low);
 * missing (nothing known: a gap, never 0); running (not over yet, so that a missing part says nothing).
 */
export type BucketQuality = "measured" | "estimated" | "incomplete" | "missing" | "running";

/** Shares below this come from rounding and edges, and deserve no mark. */
const notable = 0.02;

const lengthOfStart = { hour: 13, day: 10, month: 7 } as const;

/** kWh, or m³ of water; null: unknown. */
export function bucketValue(series: EnergySeries, index: number): number | null {
  return (series.energy === "water" ? series.native : series.energyKwh)[index] ?? null;
}

export function qualityOf(series: EnergySeries, index: number, running: boolean): BucketQuality {
  const missing = series.missingShare[index] ?? 1;
  if (bucketValue(series, index) === null) return "missing";
  if (running) return "running";
  if (missing > notable) return "incomplete";
  return (series.estimatedShare[index] ?? 0) > notable ? "estimated" : "measured";
}

/** Index of the bucket in which `now` lies; -1 when the period is over. */
export function runningIndex(columns: Pick<Consumption, "localStarts" | "by" | "timeZone">, now: Date): number {
  const length = lengthOfStart[columns.by];
  const current = localHourOf(now, columns.timeZone).slice(0, length);
  // The last one: at the end of summer time an hour comes twice.
  return columns.localStarts.findLastIndex((start) => start.slice(0, length) === current);
}

/** Series of the energies that are drawn together, in their order. */
export function seriesOf(columns: Consumption, energies: readonly Energy[]): EnergySeries[] {
  return energies.flatMap((energy) => columns.series.filter((series) => series.energy === energy));
}

import type { Consumption } from "../../api/consumption.ts";
import { relativeChange, sumKnown } from "../../figures/known-sum.ts";
import { type Period, placeIn } from "../../time/period.ts";
import { bucketValue } from "./bucket-quality.ts";

/** What two periods can be compared on. */
export interface PeriodComparison {
  readonly nowKwh: number | null;
  readonly beforeKwh: number | null;
  readonly change: number | null;
  /** Last local start that is part of the comparison; null when nothing is. */
  readonly untilLocalStart: string | null;
}

/** Above this share missing, a bucket is left out on both sides. */
const wholeEnough = 0.02;

/**
 * Compares two periods place by place (same weekday and hour, or same month and day) and adds only the places which are
 * known whole on both sides, each energy for itself: a period that still runs, or one with gaps, is compared like for
 * like. Both sides in the period's fine buckets.
 */
export function comparePeriods(
  now: { readonly period: Period; readonly columns: Consumption },
  before: { readonly period: Period; readonly columns: Consumption },
): PeriodComparison {
  const known = knownByPlace(before.columns, before.period);
  const pairs: { now: number; before: number; start: string }[] = [];
  for (const [key, current] of knownByPlace(now.columns, now.period)) {
    const earlier = known.get(key);
    if (earlier !== undefined) pairs.push({ now: current.kwh, before: earlier.kwh, start: current.start });
  }
  const nowKwh = sumKnown(pairs.map((pair) => pair.now));
  const beforeKwh = sumKnown(pairs.map((pair) => pair.before));
  return {
    nowKwh,
    beforeKwh,
    change: relativeChange(nowKwh, beforeKwh),
    untilLocalStart: pairs.reduce<string | null>(
      (last, { start }) => (last === null || start > last ? start : last),
      null,
    ),
  };
}

function knownByPlace(columns: Consumption, period: Period): Map<string, { kwh: number; start: string }> {
  const known = new Map<string, { kwh: number; start: string }>();
  for (const series of columns.series) {
    if (series.energy === "water") continue;
    columns.localStarts.forEach((start, index) => {
      const kwh = bucketValue(series, index);
      if (kwh === null || (series.missingShare[index] ?? 1) > wholeEnough) return;
      known.set(`${series.energy} ${placeIn(period, start)}`, { kwh, start });
    });
  }
  return known;
}

/**
 * What the period before used in each bucket of the one that is drawn, all energies together; null where nothing is
 * known. `fine`: the period before in its fine buckets.
 */
export function earlierByBucket(
  drawn: { readonly period: Period; readonly localStarts: readonly string[] },
  before: { readonly period: Period; readonly fine: Consumption },
): (number | null)[] {
  const sums = new Map<string, number>();
  for (const series of before.fine.series) {
    if (series.energy === "water") continue;
    before.fine.localStarts.forEach((start, index) => {
      const kwh = bucketValue(series, index);
      if (kwh === null) return;
      const place = placeIn(before.period, bucketStart(before.period, start));
      sums.set(place, (sums.get(place) ?? 0) + kwh);
    });
  }
  return drawn.localStarts.map((start) => sums.get(placeIn(drawn.period, start)) ?? null);
}

/** The start of the drawn bucket in which a fine one lies. */
function bucketStart(period: Period, localStart: string): string {
  if (period.kind === "day") return localStart;
  if (period.kind === "year") return `${localStart.slice(0, 8)}01T00`;
  return `${localStart.slice(0, 10)}T00`;
}

import type { Consumption } from "../../api/consumption.ts";
import { relativeChange, sumKnown } from "../../figures/known-sum.ts";
import { type Period, placeIn } from "../../time/period.ts";
import { bucketValue, runningIndex } from "./bucket-quality.ts";

/** What two periods can be compared on. */
export interface PeriodComparison {
  readonly nowKwh: number | null;
  readonly beforeKwh: number | null;
  readonly change: number | null;
  /** How much of what is over and known of the period has its like in the one before, 0 to 1 */
  readonly comparedShare: number;
}

/** Above this share missing, a bucket is left out on both sides. */
const wholeEnough = 0.02;

/**
 * Compares two periods place by place (same weekday and hour, or same month and day) and adds only the places which are
 * known whole on both sides, each energy for itself: a period that still runs, or one with gaps, is compared like for
 * like. The bucket that runs is left out: a part of a day says nothing beside a whole one. Both sides in the period's
 * fine buckets.
 */
export function comparePeriods(
  now: { readonly period: Period; readonly columns: Consumption },
  before: { readonly period: Period; readonly columns: Consumption },
  instant: Date,
): PeriodComparison {
  const known = knownByPlace(before.columns, before.period, instant);
  const current = knownByPlace(now.columns, now.period, instant);
  const pairs: { now: number; before: number }[] = [];
  for (const [key, kwh] of current) {
    const earlier = known.get(key);
    if (earlier !== undefined) pairs.push({ now: kwh, before: earlier });
  }
  const nowKwh = sumKnown(pairs.map((pair) => pair.now));
  const beforeKwh = sumKnown(pairs.map((pair) => pair.before));
  return {
    nowKwh,
    beforeKwh,
    change: relativeChange(nowKwh, beforeKwh),
    comparedShare: current.size === 0 ? 0 : pairs.length / current.size,
  };
}

function knownByPlace(columns: Consumption, period: Period, instant: Date): Map<string, number> {
  const known = new Map<string, number>();
  const running = runningIndex(columns, instant);
  for (const series of columns.series) {
    if (series.energy === "water") continue;
    columns.localStarts.forEach((start, index) => {
      const kwh = bucketValue(series, index);
      if (kwh === null || index === running || (series.missingShare[index] ?? 1) > wholeEnough) return;
      known.set(`${series.energy} ${placeIn(period, start)}`, kwh);
    });
  }
  return known;
}

/**
 * What the period before used in each bucket of the one that is drawn, all energies together; null where some of it is
 * not known: a bar that is too low would flatter or accuse. `fine`: the period before in its fine buckets.
 */
export function earlierByBucket(
  drawn: { readonly period: Period; readonly localStarts: readonly string[] },
  before: { readonly period: Period; readonly fine: Consumption },
): (number | null)[] {
  const sums = new Map<string, { kwh: number; parts: number; missing: number }>();
  for (const series of before.fine.series) {
    if (series.energy === "water") continue;
    const hours = new Set<string>();
    before.fine.localStarts.forEach((start, index) => {
      const place = placeIn(before.period, bucketStart(before.period, start));
      // At the end of summer time an hour comes twice: as a bucket of its own it counts once, in a day it counts twice.
      if (before.period.kind === "day" && hours.has(place)) return;
      hours.add(place);
      const { kwh, parts, missing } = sums.get(place) ?? { kwh: 0, parts: 0, missing: 0 };
      const value = bucketValue(series, index);
      const share = value === null ? 1 : (series.missingShare[index] ?? 1);
      sums.set(place, { kwh: kwh + (value ?? 0), parts: parts + 1, missing: missing + share });
    });
  }
  return drawn.localStarts.map((start) => {
    const sum = sums.get(placeIn(drawn.period, start));
    return sum === undefined || sum.missing / sum.parts > wholeEnough ? null : sum.kwh;
  });
}

/** The start of the drawn bucket in which a fine one lies. */
function bucketStart(period: Period, localStart: string): string {
  if (period.kind === "day") return localStart;
  if (period.kind === "year") return `${localStart.slice(0, 8)}01T00`;
  return `${localStart.slice(0, 10)}T00`;
}

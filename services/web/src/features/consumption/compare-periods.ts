import type { Consumption } from "../../api/consumption.ts";
import { relativeChange, sumKnown } from "../../figures/known-sum.ts";
import { type Period, placeIn } from "../../time/period.ts";
import { bucketValue } from "./bucket-quality.ts";

/** What two periods can be compared on. */
export interface PeriodComparison {
  readonly nowKwh: number | null;
  readonly beforeKwh: number | null;
  readonly change: number | null;
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
  const pairs: { now: number; before: number }[] = [];
  for (const [key, current] of knownByPlace(now.columns, now.period)) {
    const earlier = known.get(key);
    if (earlier !== undefined) pairs.push({ now: current, before: earlier });
  }
  const nowKwh = sumKnown(pairs.map((pair) => pair.now));
  const beforeKwh = sumKnown(pairs.map((pair) => pair.before));
  return {
    nowKwh,
    beforeKwh,
    change: relativeChange(nowKwh, beforeKwh),
  };
}

function knownByPlace(columns: Consumption, period: Period): Map<string, number> {
  const known = new Map<string, number>();
  for (const series of columns.series) {
    if (series.energy === "water") continue;
    columns.localStarts.forEach((start, index) => {
      const kwh = bucketValue(series, index);
      if (kwh === null || (series.missingShare[index] ?? 1) > wholeEnough) return;
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
    before.fine.localStarts.forEach((start, index) => {
      const place = placeIn(before.period, bucketStart(before.period, start));
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

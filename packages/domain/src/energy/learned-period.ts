import type { RegisterReading } from "./register.ts";
import { hourMs } from "./span.ts";

/** How many intervals before one tell how often its register is read. */
export const intervalsToLearnFrom = 12;
const fewestIntervals = 3;

/**
 * How far apart the readings before `index` usually are: the median of up to 12 intervals that end at `index - 1`, in
 * ms; undefined where fewer than 3 of one assignment are known. It looks back only, and no further than that, so that
 * it follows from the set of readings alone, whatever the order in which they came, and a changed reading changes
 * nothing beyond the 13th after it.
 */
export function learnedPeriodMs(readings: readonly RegisterReading[], index: number): number | undefined {
  const intervals: number[] = [];
  for (let at = index - 1; at > 0 && intervals.length < intervalsToLearnFrom; at--) {
    const later = readings[at];
    const earlier = readings[at - 1];
    if (later === undefined || earlier === undefined || later.assignment !== earlier.assignment) break;
    intervals.push(later.timeMs - earlier.timeMs);
  }
  if (intervals.length < fewestIntervals) return undefined;
  intervals.sort((a, b) => a - b);
  return intervals[(intervals.length - 1) >> 1];
}

/**
 * Whether the interval that ends at `index` is no longer than what counts as measured: an hour, or twice the learned
 * period. In a longer one the shape is anybody's guess.
 */
export function isMeasuredInterval(readings: readonly RegisterReading[], index: number, lengthMs: number): boolean {
  return lengthMs <= hourMs || lengthMs <= 2 * (learnedPeriodMs(readings, index) ?? 0);
}

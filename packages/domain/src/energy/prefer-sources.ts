import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourReason } from "./hour-reason.ts";

/** Hours of one source by their start, ms since 1970. */
export type HourMap = ReadonlyMap<number, HourlyConsumption>;

/**
 * Two sources of one energy as one, of one local day; `better` takes precedence.
 *
 * 1. An hour of which `better` misses nothing is `better`'s, unchanged; but where it is estimated in part and `worse` has
 *    measured it wholly it counts as lacking, for measured comes before estimated.
 * 2. Where `better` lacks hours and `worse` knows every hour of `dayHours`, those lacking share what is left of the day
 *    (worse's day less better's hours) in proportion to the worse's hours, marked estimated and otherSource, if
 *    0 ≤ what is left: the day then is exactly the worse's day, as a daily index says.
 * 3. Else each lacking hour is the worse's own, with otherSource; where that knows nothing of it either, better's.
 */
export function preferSources(
  better: HourMap,
  worse: HourMap,
  dayHours: readonly number[],
): Map<number, HourlyConsumption> {
  const chosen = new Map<number, HourlyConsumption>();
  const lacking: number[] = [];
  for (const at of dayHours) {
    const hour = better.get(at);
    if (hour !== undefined && isKnown(hour) && !isBeaten(hour, worse.get(at))) chosen.set(at, hour);
    else lacking.push(at);
  }
  if (lacking.length === 0) return chosen;
  const rest = restOfDay(chosen, worse, dayHours, lacking);
  for (const at of lacking) {
    const lower = worse.get(at);
    const hour = lower === undefined || (!isKnown(lower) && better.has(at)) ? better.get(at) : takenOver(lower, rest);
    if (hour !== undefined) chosen.set(at, hour);
  }
  return chosen;
}

function isKnown({ missingShare }: HourlyConsumption): boolean {
  return missingShare === 0;
}

function isBeaten(hour: HourlyConsumption, lower: HourlyConsumption | undefined): boolean {
  return hour.estimatedShare > 0 && lower !== undefined && lower.measuredShare === 1;
}

interface Rest {
  readonly nativeFactor: number;
  readonly kwhFactor: number;
}

/** By what the worse's lacking hours are scaled so that the day is its day; undefined: it cannot be said. */
function restOfDay(
  chosen: HourMap,
  worse: HourMap,
  dayHours: readonly number[],
  lacking: readonly number[],
): Rest | undefined {
  if (lacking.length === dayHours.length) return undefined;
  const day = dayHours.map((at) => worse.get(at));
  if (!day.every((hour) => hour !== undefined && isKnown(hour))) return undefined;
  const hours = day as HourlyConsumption[];
  const nativeFactor = factorOf(hours, chosen, worse, lacking, "native");
  const kwhFactor = factorOf(hours, chosen, worse, lacking, "energyKwh");
  if (nativeFactor === undefined && kwhFactor === undefined) return undefined;
  return { nativeFactor: nativeFactor ?? kwhFactor ?? 1, kwhFactor: kwhFactor ?? nativeFactor ?? 1 };
}

function factorOf(
  day: readonly HourlyConsumption[],
  chosen: HourMap,
  worse: HourMap,
  lacking: readonly number[],
  field: "native" | "energyKwh",
): number | undefined {
  let known = 0;
  for (const hour of chosen.values()) known += hour[field] ?? Number.NaN;
  const total = day.reduce((sum, hour) => sum + (hour[field] ?? Number.NaN), 0);
  const own = lacking.reduce((sum, at) => sum + (worse.get(at)?.[field] ?? Number.NaN), 0);
  // What is left of a day that the better source knows almost whole may come out below nothing by rounding alone.
  const rest = Math.abs(total - known) <= 1e-9 * total ? 0 : total - known;
  return rest >= 0 && own > 0 ? rest / own : undefined;
}

function takenOver(lower: HourlyConsumption, rest: Rest | undefined): HourlyConsumption {
  const reasons = lower.reasons | hourReason.otherSource;
  if (rest === undefined) return { ...lower, reasons };
  return {
    ...lower,
    native: lower.native === null ? null : lower.native * rest.nativeFactor,
    energyKwh: lower.energyKwh === null ? null : lower.energyKwh * rest.kwhFactor,
    measuredShare: 0,
    estimatedShare: 1,
    reasons,
  };
}

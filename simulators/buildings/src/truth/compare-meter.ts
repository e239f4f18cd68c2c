import type { HourlyConsumption } from "@gtb/domain/energy/hour-accumulator";
import { parisOffsetMs, parisTime } from "../model/paris-time.ts";
import type { TrueHours } from "./read-truth.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface MeterFacts {
  /** In order of time; the meter's own unit. */
  readonly truth: TrueHours;
  readonly hours: readonly HourlyConsumption[];
  /** Raw counts, in order of time. */
  readonly readings: readonly { readonly timeMs: number; readonly value: number }[];
  /** The meter's unit for each count. */
  readonly step: number;
}

export interface DayComparison {
  /** Local midnight in Paris, ms since 1970. */
  readonly startMs: number;
  readonly endMs: number;
  readonly state: "measured" | "estimated" | "missing";
  readonly trueNative: number;
  readonly native: number;
  /**
   * What may lie between the two on a measured day: 0.1 % of the truth, one step of the register, and the energy of the
   * intervals that cross its two midnights, which is dealt out evenly where it truly flowed as it pleased.
   */
  readonly tolerance: number;
}

export interface GapComparison {
  readonly startMs: number;
  readonly endMs: number;
  readonly trueNative: number;
  readonly native: number;
  /** One step, and the intervals that cross the outer midnights: over a gap the registers at both ends say all. */
  readonly tolerance: number;
}

/** A meter's whole local days against the truth, from its first reading to its last. */
export function compareDays(facts: MeterFacts): DayComparison[] {
  const [firstMs, lastMs] = [facts.readings[0]?.timeMs, facts.readings.at(-1)?.timeMs];
  if (firstMs === undefined || lastMs === undefined) return [];
  const computed = new Map(facts.hours.map((hour) => [hour.hourMs, hour]));
  const days: DayComparison[] = [];
  for (let startMs = midnightAfter(firstMs); ; ) {
    const endMs = midnightAfter(startMs);
    if (endMs > lastMs || !facts.truth.has(endMs - hourMs)) return days;
    days.push(compareDay(facts, computed, startMs, endMs));
    startMs = endMs;
  }
}

function compareDay(
  facts: MeterFacts,
  computed: ReadonlyMap<number, HourlyConsumption>,
  startMs: number,
  endMs: number,
): DayComparison {
  let [trueNative, native, missing, estimated] = [0, 0, 0, 0];
  for (let atMs = startMs; atMs < endMs; atMs += hourMs) {
    const hour = computed.get(atMs);
    trueNative += facts.truth.get(atMs) ?? 0;
    native += hour?.native ?? 0;
    missing += hour?.missingShare ?? 1;
    estimated += hour?.estimatedShare ?? 0;
  }
  const state = missing > 0 ? "missing" : estimated > 0 ? "estimated" : "measured";
  const crossing = crossingEnergy(facts, startMs) + crossingEnergy(facts, endMs);
  return { startMs, endMs, state, trueNative, native, tolerance: 0.001 * trueNative + facts.step + crossing };
}

/** Runs of days that are not measured though nothing is missing: gaps with a reading at both ends. */
export function compareGaps(facts: MeterFacts, days: readonly DayComparison[]): GapComparison[] {
  const gaps: GapComparison[] = [];
  let run: DayComparison[] = [];
  for (const day of days) {
    if (day.state === "estimated") run.push(day);
    else {
      if (run.length > 0 && day.state === "measured") gaps.push(compareGap(facts, run));
      run = [];
    }
  }
  return gaps;
}

function compareGap(facts: MeterFacts, run: readonly DayComparison[]): GapComparison {
  const startMs = run[0]?.startMs ?? 0;
  const endMs = run.at(-1)?.endMs ?? 0;
  return {
    startMs,
    endMs,
    trueNative: run.reduce((sum, day) => sum + day.trueNative, 0),
    native: run.reduce((sum, day) => sum + day.native, 0),
    tolerance: facts.step + crossingEnergy(facts, startMs) + crossingEnergy(facts, endMs),
  };
}

/** What the register counted between the readings on either side of a midnight; where it fell, what truly flowed. */
function crossingEnergy({ readings, truth, step }: MeterFacts, midnightMs: number): number {
  const after = lowerBound(readings, midnightMs);
  const [later, earlier] = [readings[after], readings[after - 1]];
  if (later === undefined || earlier === undefined || later.timeMs === midnightMs) return 0;
  if (later.value >= earlier.value) return (later.value - earlier.value) * step;
  let energy = 0;
  for (let hour = Math.floor(earlier.timeMs / hourMs) * hourMs; hour < later.timeMs; hour += hourMs)
    energy += truth.get(hour) ?? 0;
  return energy;
}

function lowerBound(readings: MeterFacts["readings"], timeMs: number): number {
  let [low, high] = [0, readings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.timeMs ?? 0) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next midnight in Paris after `timeMs`. */
function midnightAfter(timeMs: number): number {
  const localMidnightMs = (parisTime(timeMs).day + 1) * dayMs;
  const withOffset = localMidnightMs - parisOffsetMs(localMidnightMs - hourMs);
  return localMidnightMs - parisOffsetMs(withOffset);
}

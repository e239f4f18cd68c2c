import { type Fault, type FaultKind, FaultWatch } from "../faults.ts";
import { type BuildingSeries, epochMs } from "../model/building-series.ts";
import { seedOf, uniform } from "../model/noise.ts";
import { framesOf } from "./sensor-frames.ts";
import type { SensorPlan } from "./sensor-plan.ts";
import { type SensorReader, sensorReader } from "./sensor-values.ts";

/** The faults that a sensor can have: an index does not stick, and only some types keep what they could not send. */
export function faultKindsOf({ type, room, readings }: SensorPlan): readonly FaultKind[] {
  const kinds: FaultKind[] = ["outage"];
  if (Object.values(readings).some(({ source }) => source.of === "register")) kinds.push("late-file");
  if (room !== undefined) kinds.push("stuck");
  if (framesOf(type).stored !== undefined) kinds.push("late-burst");
  return kinds;
}

/** When a sensor reports and what: a pure function of plan and seed, the same for history and for live uplinks. */
export class SensorReports {
  readonly plan: SensorPlan;
  readonly periodMs: number;
  readonly #offsetMs: number;
  readonly #reader: SensorReader;
  readonly #series: BuildingSeries;
  readonly #watch: FaultWatch;

  constructor(plan: SensorPlan, series: BuildingSeries, roomKeys: readonly string[], seed: number) {
    this.plan = plan;
    this.periodMs = plan.everyMinutes * 60_000;
    // Sensors were switched on at different seconds: their reports spread over the period.
    this.#offsetMs = Math.floor((uniform(seedOf(seed, plan.key), 5) * Math.min(this.periodMs, 600_000)) / 1000) * 1000;
    this.#reader = sensorReader(plan, series, roomKeys, seed);
    this.#series = series;
    this.#watch = new FaultWatch(seed, plan.key, faultKindsOf(plan));
  }

  get measurements(): readonly string[] {
    return this.#reader.measurements;
  }

  /** The first report at or after `timeMs` of those every `everyMs`, a multiple of the sensor's own period. */
  nextAt(timeMs: number, everyMs = this.periodMs): number {
    const first = epochMs + this.#offsetMs;
    return first + Math.ceil((timeMs - first) / everyMs) * everyMs;
  }

  /** How many reports there were before the one at `timeMs`: its frame counter. */
  countAt(timeMs: number): number {
    return Math.round((timeMs - epochMs - this.#offsetMs) / this.periodMs);
  }

  fault(kind: FaultKind, timeMs: number): Fault | undefined {
    return this.#watch.at(kind, timeMs);
  }

  /** What is reported at `timeMs`, in the order of `measurements`; undefined while the sensor is out of order. */
  valuesAt(timeMs: number): number[] | undefined {
    if (this.fault("outage", timeMs) !== undefined) return undefined;
    const stuck = this.fault("stuck", timeMs);
    return this.#reader.valuesAt(stuck === undefined ? timeMs : Math.max(stuck.fromMs, this.#series.fromMs));
  }
}

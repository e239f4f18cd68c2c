import type { BuildingSeries } from "../model/building-series.ts";
import { bell, seedOf } from "../model/noise.ts";
import { asCarried, fieldsOf } from "./frame-layout.ts";
import { exchangesUntil, type RegisterSource } from "./meter-exchange.ts";
import { framesOf } from "./sensor-frames.ts";
import type { SensorPlan, Source } from "./sensor-plan.ts";

/** Standard deviation of what a sensor adds to the truth. */
const noiseOf: Readonly<Record<string, number>> = { temperature: 0.08, humidity: 0.6, co2: 12 };

export interface SensorReader {
  readonly plan: SensorPlan;
  /** The measurements that are kept, in the order of `valuesAt`. */
  readonly measurements: readonly string[];
  /** What the sensor reports at `timeMs`, exactly as its frame carries it: history and live uplinks agree. */
  valuesAt(timeMs: number): number[];
}

/** `roomKeys`: the rooms of the building, in the order of its simulation. */
export function sensorReader(
  plan: SensorPlan,
  series: BuildingSeries,
  roomKeys: readonly string[],
  seed: number,
): SensorReader {
  const sensorSeed = seedOf(seed, plan.key);
  const fields = fieldsOf(framesOf(plan.type).report);
  const measurements = Object.keys(plan.readings);
  const reads = Object.entries(plan.readings).map(([measurement, { source }], index) => {
    const divisor = fields.get(measurement)?.divisor;
    if (divisor === undefined) throw new Error(`${plan.type} has no "${measurement}" in its report`);
    const read = readerOf(source, series, roomKeys, seedOf(sensorSeed, String(index)));
    return (timeMs: number) => asCarried(read(timeMs), divisor);
  });
  return { plan, measurements, valuesAt: (timeMs) => reads.map((read) => read(timeMs)) };
}

/** The count that an index shows at `timeMs`, after `units` kWh or m³. */
export function countAt(source: RegisterSource, units: number, timeMs: number): number {
  return countAfter(source, units, exchangesUntil(source, timeMs));
}

/** The count after so many exchanges of the meter. */
export function countAfter(source: RegisterSource, units: number, exchanges: number): number {
  const first = source.firstCount - exchanges * (source.exchange?.drop ?? 0);
  // A hair is added: 0.7 × 1000 is 699.9999 in binary, and a count is not lost by that.
  return (first + Math.floor(units * source.countsPerUnit + 1e-6)) % source.wrapsAt;
}

function readerOf(
  source: Source,
  series: BuildingSeries,
  roomKeys: readonly string[],
  seed: number,
): (timeMs: number) => number {
  switch (source.of) {
    case "air": {
      const room = roomKeys.indexOf(source.room);
      if (room < 0) throw new Error(`No room "${source.room}"`);
      const noise = noiseOf[source.name] ?? 0;
      return (timeMs) => limited(source.name, series.air(room, source.name, timeMs) + noise * noiseAt(seed, timeMs));
    }
    case "outdoor":
      return (timeMs) => series.outdoorCelsius(timeMs) + 0.1 * noiseAt(seed, timeMs);
    case "power":
      return (timeMs) => series.rate(source.flow, timeMs) * source.perKw;
    case "register":
      return (timeMs) => countAt(source, series.register(source.flow, timeMs), timeMs);
    case "constant":
      return () => source.value;
  }
}

function noiseAt(seed: number, timeMs: number): number {
  return bell(seed, Math.floor(timeMs / 1000));
}

function limited(name: string, value: number): number {
  return name === "humidity" ? Math.min(100, Math.max(0, value)) : value;
}

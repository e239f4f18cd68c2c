import type { Quantity, UcumUnit } from "@gtb/domain/units/quantity";
import type { MeasurementDefinition } from "./device-type.ts";

/** What a definition says of its sensor's plausible range, in the measurement's unit. */
export interface PlausibleRange {
  readonly min: number;
  readonly max: number;
}

/** A value at an instant. */
export function gauge(quantity: Quantity, unit: UcumUnit, { min, max }: PlausibleRange): MeasurementDefinition {
  return { quantity, unit, kind: "gauge", min, max };
}

/** An index that grows from 0 to `wrapsAt` excluded, then starts again. `wrapsAt` in the value's unit. */
export function counter(quantity: Quantity, unit: UcumUnit, wrapsAt: number): MeasurementDefinition {
  return { quantity, unit, kind: "counter", min: 0, max: wrapsAt, wrapsAt };
}

/** 0 or 1, or an enumeration that ends at `max`. */
export function state(quantity: Quantity, max = 1): MeasurementDefinition {
  return { quantity, unit: "1", kind: "state", min: 0, max };
}

/** Occurrences since the previous report, at most `max`. */
export function occurrences(quantity: Quantity, max: number): MeasurementDefinition {
  return { quantity, unit: "1", kind: "event", min: 0, max };
}

/** °C, within what the sensor can measure. */
export function airTemperature(range: PlausibleRange): MeasurementDefinition {
  return gauge("temperature", "Cel", range);
}

export function relativeHumidity(): MeasurementDefinition {
  return gauge("relative-humidity", "%", { min: 0, max: 100 });
}

/** State of charge as the device estimates it, in percent. */
export function batteryLevel(): MeasurementDefinition {
  return gauge("battery-level", "%", { min: 0, max: 100 });
}

/** ppm; `max` is the sensor's full scale. */
export function carbonDioxide(max: number): MeasurementDefinition {
  return gauge("co2-concentration", "[ppm]", { min: 0, max });
}

/** hPa, within the range of the usual barometric sensors. */
export function atmosphericPressure(): MeasurementDefinition {
  return gauge("atmospheric-pressure", "hPa", { min: 260, max: 1260 });
}

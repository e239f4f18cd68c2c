import type { MeasurementDefinition } from "../../device-type.ts";
import { gauge, type PlausibleRange } from "../../measurement.ts";

/** V: what each possible source gives, of which a device reports those that it has (see `nodePower`). */
export const powerSources = {
  supplyVoltage: gauge("supply-voltage", "V", { min: 0, max: 60 }),
  rechargeableBatteryVoltage: gauge("battery-voltage", "V", { min: 0, max: 20 }),
  batteryVoltage: gauge("battery-voltage", "V", { min: 0, max: 20 }),
  solarVoltage: gauge("supply-voltage", "V", { min: 0, max: 60 }),
  ticVoltage: gauge("supply-voltage", "V", { min: 0, max: 60 }),
};

/**
 * W.h, summed with their sign in a two's complement register: it grows where energy is only drawn. No `wrapsAt`,
 * which is for registers that start again at 0.
 */
export function signedActiveEnergy(bits: number): MeasurementDefinition {
  return { quantity: "active-energy", unit: "W.h", kind: "counter", ...signedRange(bits) };
}

/** var.h, summed with their sign: falls as often as it grows, so no counter. */
export function signedReactiveEnergy(bits: number): MeasurementDefinition {
  return gauge("reactive-energy", "var.h", signedRange(bits));
}

function signedRange(bits: number): PlausibleRange {
  return { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 };
}

/** The definition once for each suffix, such as a phase: `voltage` becomes `voltageA`, `voltageB`, `voltageC`. */
export function suffixed(
  stem: string,
  definition: MeasurementDefinition,
  suffixes: readonly string[],
): Record<string, MeasurementDefinition> {
  return Object.fromEntries(suffixes.map((suffix) => [`${stem}${suffix}`, definition]));
}

/** The definition of a value, and of its least and greatest since the device was started. */
export function extremes(name: string, definition: MeasurementDefinition): Record<string, MeasurementDefinition> {
  return suffixed(name, definition, ["", "Min", "Max"]);
}

/**
 * Glossary of what can be measured: one word a quantity, with the UCUM units (https://ucum.org) in which
 * its values may be kept. The first unit is the one that pages and dashboards prefer.
 */
const quantities = {
  // ambience
  temperature: ["Cel"],
  "relative-humidity": ["%"],
  "co2-concentration": ["[ppm]"],
  "tvoc-concentration": ["ug/m3", "mg/m3", "[ppb]"],
  "air-quality-index": ["1"],
  "formaldehyde-concentration": ["mg/m3"],
  "ozone-concentration": ["[ppm]"],
  "pm2.5-concentration": ["ug/m3"],
  "pm10-concentration": ["ug/m3"],
  "atmospheric-pressure": ["hPa"],
  "differential-pressure": ["Pa"],
  illuminance: ["lx", "1"],
  "sound-level": ["dB[SPL]"],
  // presence and states: 0 or 1, or a small enumeration said in the definition
  presence: ["1"],
  motion: ["1"],
  contact: ["1"],
  "water-leak": ["1"],
  alarm: ["1"],
  "switch-state": ["1"],
  "device-state": ["1"],
  // electricity
  "active-energy": ["kW.h", "W.h"],
  "reactive-energy": ["kvar.h", "var.h"],
  "apparent-energy": ["kV.A.h", "V.A.h"],
  "active-power": ["W", "kW"],
  "reactive-power": ["var", "kvar"],
  "apparent-power": ["V.A", "kV.A"],
  "electric-current": ["A", "mA"],
  "electric-charge": ["A.h"],
  voltage: ["V", "mV", "uV"],
  "power-factor": ["1"],
  "phase-angle": ["deg"],
  frequency: ["Hz"],
  "ct-ratio": ["1"],
  // pulses, water, gas, heat
  "pulse-count": ["1"],
  "pulse-flow": ["1/h", "1/min"],
  volume: ["m3", "L"],
  "volume-flow": ["m3/h", "L/h"],
  "thermal-energy": ["kW.h", "MW.h", "W.h"],
  "thermal-power": ["kW", "W"],
  // other sensors
  acceleration: ["m/s2", "[g]", "m[g]", "[g]/63"],
  angle: ["deg"],
  distance: ["mm", "m"],
  "people-count": ["1"],
  // the device itself
  "battery-level": ["%"],
  "battery-voltage": ["V", "mV"],
  "supply-voltage": ["V", "mV"],
  duration: ["s", "min", "h"],
  "event-count": ["1"],
  "signal-strength": ["dB[mW]"],
} as const;

export type Quantity = keyof typeof quantities;
/** A unit in UCUM's case-sensitive notation, such as `Cel`, `kW.h` or `[ppm]`. */
export type UcumUnit = (typeof quantities)[Quantity][number];

/** The units in which values of a quantity may be kept, the preferred one first. */
export function unitsOf(quantity: Quantity): readonly UcumUnit[] {
  return quantities[quantity];
}

/** Every quantity, in the order of the glossary. */
export const allQuantities = Object.keys(quantities) as readonly Quantity[];

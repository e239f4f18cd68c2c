import type { MeasurementDefinition } from "../device-type.ts";
import {
  airTemperature,
  atmosphericPressure,
  carbonDioxide,
  counter,
  gauge,
  occurrences,
  relativeHumidity,
  state,
} from "../measurement.ts";

/** The Grid-EYE's 8 × 8 thermal pixels, sent by the ERS Eye when it is told to. */
export const gridEyePixels = 64;
export function gridEyePixelName(pixel: number): string {
  return `gridEye${pixel}`;
}

/** DS18B20 probes that one payload may carry on the second input. */
export const externalProbes = 8;
export function externalProbeName(probe: number): string {
  return `externalTemperature${probe + 2}`;
}

const probeRange = { min: -200, max: 800 };
const input = gauge("voltage", "mV", { min: 0, max: 65_535 });
const acceleration = gauge("acceleration", "[g]/63", { min: -128, max: 127 });
const pixel = airTemperature({ min: 0, max: 281 });

/** Everything that the common payload can carry; which sensors a model has decides which of them it sends. */
export const elsysMeasurements: Readonly<Record<string, MeasurementDefinition>> = {
  temperature: airTemperature({ min: -40, max: 125 }),
  humidity: relativeHumidity(),
  accelerationX: acceleration,
  accelerationY: acceleration,
  accelerationZ: acceleration,
  light: gauge("illuminance", "lx", { min: 0, max: 65_535 }),
  motion: occurrences("motion", 255),
  co2: carbonDioxide(10_000),
  batteryVoltage: gauge("battery-voltage", "mV", { min: 0, max: 5000 }),
  analog1: input,
  analog2: input,
  analogMicrovolts: gauge("voltage", "uV", { min: -(2 ** 31), max: 2 ** 31 - 1 }),
  pulse1: occurrences("pulse-count", 65_535),
  pulse1Total: counter("pulse-count", "1", 2 ** 32),
  pulse2: occurrences("pulse-count", 65_535),
  pulse2Total: counter("pulse-count", "1", 2 ** 32),
  externalTemperature: gauge("temperature", "Cel", probeRange),
  ...numbered(externalProbes, externalProbeName, gauge("temperature", "Cel", probeRange)),
  externalHumidity: relativeHumidity(),
  digital1: state("switch-state"),
  digital2: state("switch-state"),
  distance: gauge("distance", "mm", { min: 0, max: 10_000 }),
  accelerationEvents: occurrences("event-count", 255),
  infraredInternalTemperature: gauge("temperature", "Cel", { min: -40, max: 125 }),
  infraredExternalTemperature: gauge("temperature", "Cel", { min: -70, max: 380 }),
  /** 0 nobody, 1 somebody nearby or just left, 2 occupied. */
  occupancy: state("presence", 2),
  /** Conductivity between the electrodes: 0 dry, 255 wet. */
  waterLeak: state("water-leak", 255),
  pressure: atmosphericPressure(),
  soundPeak: gauge("sound-level", "dB[SPL]", { min: 0, max: 140 }),
  soundAverage: gauge("sound-level", "dB[SPL]", { min: 0, max: 140 }),
  tvoc: gauge("tvoc-concentration", "[ppb]", { min: 0, max: 65_535 }),
  airQualityIndex: gauge("air-quality-index", "1", { min: 0, max: 255 }),
  setpoint: airTemperature({ min: 0, max: 50 }),
  fanSpeed: state("device-state", 255),
  displayView: state("device-state", 255),
  genericBoolean: state("device-state"),
  genericInt8: gauge("device-state", "1", { min: -128, max: 127 }),
  genericInt16: gauge("device-state", "1", { min: -32_768, max: 32_767 }),
  ...numbered(gridEyePixels, gridEyePixelName, pixel),
};

function numbered(
  count: number,
  nameOf: (index: number) => string,
  definition: MeasurementDefinition,
): Record<string, MeasurementDefinition> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), definition]));
}

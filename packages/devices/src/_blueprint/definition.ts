import { deviceType } from "../device-type.ts";
import { airTemperature, batteryLevel, counter, state } from "../measurement.ts";
import { decodeBlueprint } from "./decode.ts";

/**
 * Copy this folder to `<vendor>-<model>/`, make every line true for your device, then add one line to `catalogue.ts`.
 * The catalogue's suite tells what is missing. Where the vendor's devices share a payload format, write (or use) a
 * decoder in `families/` and leave `decode.ts` out: `milesight-em300-th` is such a definition.
 */
export const blueprint = deviceType({
  // the folder's name
  id: "acme-pulse-1",
  vendor: "Acme",
  // every commercial name with this payload format: people search by them
  models: ["Pulse 1", "Pulse 1 LITE"],
  // add 1 when `decode` returns something else for the same bytes: stored uplinks are then decoded again
  codecVersion: 1,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 60 },
  measurements: {
    // the range is what the sensor can measure: values outside are kept aside, never stored as readings
    temperature: airTemperature({ min: -30, max: 70 }),
    battery: batteryLevel(),
    // a 32-bit register: consumption is computed across its roll-over
    pulses: counter("pulse-count", "1", 2 ** 32),
    tamper: state("alarm"),
  },
  decode: decodeBlueprint,
});

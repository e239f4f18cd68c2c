import { deviceType } from "../device-type.ts";
import { counter, gauge, state } from "../measurement.ts";
import { decodeEnlessTxPulse } from "./decode.ts";

const pulses = counter("pulse-count", "1", 2 ** 32);
const alarm = state("alarm");
const input = state("contact");
const debounce = state("device-state");

/** Inputs 1 and 2 are dry contacts; `openCollector` is the third. */
export const enlessTxPulse = deviceType({
  id: "enless-tx-pulse",
  vendor: "Enless Wireless",
  models: [
    "TX PULSE",
    "TX PULSE 600",
    "TX PULSE 600-036",
    "TX PULSE ATEX 600-037",
    "TX PULSE LED 600-038",
    "TX CONTACT 600-039",
    "600-036",
    "600-037",
    "600-038",
    "600-039",
  ],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.3", class: "A", reportEveryMinutes: 60 },
  measurements: {
    pulsesInput1: pulses,
    pulsesInput2: pulses,
    pulsesOpenCollector: pulses,
    flowHighInput1: alarm,
    flowHighInput2: alarm,
    flowHighOpenCollector: alarm,
    flowLowInput1: alarm,
    flowLowInput2: alarm,
    flowLowOpenCollector: alarm,
    leakInput1: alarm,
    leakInput2: alarm,
    leakOpenCollector: alarm,
    alarmFrame: alarm,
    closedInput1: input,
    closedInput2: input,
    closedOpenCollector: input,
    debounceInput1: debounce,
    debounceInput2: debounce,
    debounceOpenCollector: debounce,
    /** In quarters, as the device estimates it. */
    battery: gauge("battery-level", "%", { min: 0, max: 100 }),
    sequence: counter("event-count", "1", 256),
  },
  decode: decodeEnlessTxPulse,
});

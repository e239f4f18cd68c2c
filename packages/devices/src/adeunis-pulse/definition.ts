import { deviceType } from "../device-type.ts";
import { statusMeasurements } from "../families/adeunis/adeunis-frames.ts";
import { counter, gauge, occurrences, state } from "../measurement.ts";
import { decodePulse } from "./decode.ts";

const pulseCounter = counter("pulse-count", "1", 2 ** 32);
const pulses = occurrences("pulse-count", 65_535);
const flow = gauge("pulse-flow", "1/h", { min: 0, max: 65_535 });

export const adeunisPulse = deviceType({
  id: "adeunis-pulse",
  vendor: "Adeunis",
  models: ["Pulse", "Pulse 3", "Pulse 4"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 1440 },
  measurements: {
    counterA: pulseCounter,
    counterB: pulseCounter,
    pulsesA: pulses,
    pulsesB: pulses,
    flowA: flow,
    flowB: flow,
    dailyFlowMaxA: flow,
    dailyFlowMaxB: flow,
    dailyFlowMinA: flow,
    dailyFlowMinB: flow,
    flowAlarmA: state("alarm"),
    flowAlarmB: state("alarm"),
    tamperAlarmA: state("alarm"),
    tamperAlarmB: state("alarm"),
    leakAlarmA: state("alarm"),
    leakAlarmB: state("alarm"),
    configurationInconsistent: state("alarm"),
    ...statusMeasurements,
  },
  decode: decodePulse,
});

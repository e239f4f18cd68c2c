import { deviceType } from "../device-type.ts";
import { nodePower, onOff, powerQuality, simpleMetering } from "../families/watteco/clusters.ts";
import { powerSources, signedActiveEnergy, signedReactiveEnergy } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { gauge, occurrences, state } from "../measurement.ts";

const mainsFrequency = gauge("frequency", "Hz", { min: 45, max: 65 });
const mainsVoltage = gauge("voltage", "V", { min: 0, max: 500 });
const peakVoltage = gauge("voltage", "V", { min: 0, max: 1000 });

export const wattecoSmartplug = deviceType({
  id: "watteco-smartplug",
  vendor: "Watteco",
  models: ["Smart Plug"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.2", class: "C", reportEveryMinutes: 10 },
  measurements: {
    output: state("switch-state"),
    activeEnergy: signedActiveEnergy(24),
    reactiveEnergy: signedReactiveEnergy(24),
    sampleCount: occurrences("event-count", 65_535),
    activePower: gauge("active-power", "W", { min: -5000, max: 5000 }),
    reactivePower: gauge("reactive-power", "var", { min: -5000, max: 5000 }),
    frequency: mainsFrequency,
    frequencyMin: mainsFrequency,
    frequencyMax: mainsFrequency,
    voltage: mainsVoltage,
    voltageMin: mainsVoltage,
    voltageMax: mainsVoltage,
    peakVoltage,
    peakVoltageMin: peakVoltage,
    peakVoltageMax: peakVoltage,
    surgeCount: occurrences("event-count", 32_767),
    sagCount: occurrences("event-count", 32_767),
    brownoutCount: occurrences("event-count", 32_767),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [onOff("output"), simpleMetering(), powerQuality(), nodePower()],
    batch: {
      tagBits: 1,
      measures: [{ tag: 0, name: "activeEnergy", type: "int24", resolution: 1, divisor: 1 }],
    },
  }),
});

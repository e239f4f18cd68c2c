import { deviceType } from "../device-type.ts";
import {
  binaryInput,
  binaryInputCount,
  energiesAndPowers,
  energyAndPower,
  nodePower,
  onOff,
  voltageAndCurrent,
  voltagesAndCurrents,
} from "../families/watteco/clusters.ts";
import { powerSources, signedActiveEnergy, signedReactiveEnergy, suffixed } from "../families/watteco/measurements.ts";
import { wattecoFrames } from "../families/watteco/watteco-frames.ts";
import { counter, gauge, state } from "../measurement.ts";

const phases = ["A", "B", "C"];
const phasesAndTotal = [...phases, "ABC"];
const activePower = gauge("active-power", "W", { min: -2_000_000, max: 2_000_000 });
const reactivePower = gauge("reactive-power", "var", { min: -2_000_000, max: 2_000_000 });
const activeEnergy = counter("active-energy", "W.h", 2 ** 32);
const reactiveEnergy = counter("reactive-energy", "var.h", 2 ** 32);

export const wattecoTriphaso = deviceType({
  id: "watteco-triphaso",
  vendor: "Watteco",
  models: ["Triphas'O"],
  codecVersion: 1,
  lorawan: { macVersion: "1.0.2", class: "C", reportEveryMinutes: 10 },
  measurements: {
    ...suffixed("positiveActiveEnergy", activeEnergy, phasesAndTotal),
    ...suffixed("negativeActiveEnergy", activeEnergy, phasesAndTotal),
    ...suffixed("positiveReactiveEnergy", reactiveEnergy, phasesAndTotal),
    ...suffixed("negativeReactiveEnergy", reactiveEnergy, phasesAndTotal),
    ...suffixed("positiveActivePower", activePower, phasesAndTotal),
    ...suffixed("negativeActivePower", activePower, phasesAndTotal),
    ...suffixed("positiveReactivePower", reactivePower, phasesAndTotal),
    ...suffixed("negativeReactivePower", reactivePower, phasesAndTotal),
    ...suffixed("activeEnergy", signedActiveEnergy(32), phasesAndTotal),
    ...suffixed("reactiveEnergy", signedReactiveEnergy(32), phasesAndTotal),
    ...suffixed("activePower", activePower, phasesAndTotal),
    ...suffixed("reactivePower", reactivePower, phasesAndTotal),
    ...suffixed("voltage", gauge("voltage", "V", { min: 0, max: 500 }), phases),
    ...suffixed("current", gauge("electric-current", "A", { min: 0, max: 3276.7 }), phases),
    ...suffixed("phaseAngle", gauge("phase-angle", "deg", { min: -360, max: 360 }), phases),
    output: state("switch-state"),
    input: state("contact"),
    inputCount: counter("pulse-count", "1", 2 ** 32),
    ...powerSources,
  },
  decode: wattecoFrames({
    attributes: [
      energyAndPower(phasesAndTotal),
      voltageAndCurrent(phases),
      voltagesAndCurrents(phases),
      ...energiesAndPowers(phasesAndTotal),
      onOff("output"),
      binaryInput("input"),
      binaryInputCount("inputCount"),
      nodePower(),
    ],
  }),
});

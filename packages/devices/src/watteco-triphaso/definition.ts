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
import { perPhase, powerSources, signedActiveEnergy, signedReactiveEnergy } from "../families/watteco/measurements.ts";
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
    ...perPhase("positiveActiveEnergy", activeEnergy, phasesAndTotal),
    ...perPhase("negativeActiveEnergy", activeEnergy, phasesAndTotal),
    ...perPhase("positiveReactiveEnergy", reactiveEnergy, phasesAndTotal),
    ...perPhase("negativeReactiveEnergy", reactiveEnergy, phasesAndTotal),
    ...perPhase("positiveActivePower", activePower, phasesAndTotal),
    ...perPhase("negativeActivePower", activePower, phasesAndTotal),
    ...perPhase("positiveReactivePower", reactivePower, phasesAndTotal),
    ...perPhase("negativeReactivePower", reactivePower, phasesAndTotal),
    ...perPhase("activeEnergy", signedActiveEnergy(32), phasesAndTotal),
    ...perPhase("reactiveEnergy", signedReactiveEnergy(32), phasesAndTotal),
    ...perPhase("activePower", activePower, phasesAndTotal),
    ...perPhase("reactivePower", reactivePower, phasesAndTotal),
    ...perPhase("voltage", gauge("voltage", "V", { min: 0, max: 500 }), phases),
    ...perPhase("current", gauge("electric-current", "A", { min: 0, max: 3276.7 }), phases),
    ...perPhase("phaseAngle", gauge("phase-angle", "deg", { min: -360, max: 360 }), phases),
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

import { deviceType } from "../device-type.ts";
import { counter, gauge, state } from "../measurement.ts";
import { decodeYobiiqEm4301 } from "./decode.ts";

const wrapsAt = 2 ** 32;
const activeEnergy = counter("active-energy", "W.h", wrapsAt);
const reactiveEnergy = counter("reactive-energy", "var.h", wrapsAt);
const voltage = gauge("voltage", "V", { min: 0, max: 500 });
/** The CT version measures through transformers of up to 9,999 A. */
const current = gauge("electric-current", "mA", { min: -10_000_000, max: 10_000_000 });
const totalCurrent = gauge("electric-current", "mA", { min: -30_000_000, max: 30_000_000 });
const activePower = gauge("active-power", "W", { min: -10_000_000, max: 10_000_000 });
const reactivePower = gauge("reactive-power", "kvar", { min: -10_000, max: 10_000 });
const apparentPower = gauge("apparent-power", "kV.A", { min: -10_000, max: 10_000 });
const powerFactor = gauge("power-factor", "1", { min: -1, max: 1 });
const phaseAngle = gauge("phase-angle", "deg", { min: -180, max: 180 });
const ratio = (max: number) => gauge("ct-ratio", "1", { min: 0, max });

export const yobiiqEm4301 = deviceType({
  id: "yobiiq-em4301",
  vendor: "Yobiiq",
  models: ["EM4301", "EM4301-CT"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.4", class: "C", reportEveryMinutes: 15 },
  measurements: {
    activeEnergyImportTariff1: activeEnergy,
    activeEnergyImportTariff2: activeEnergy,
    activeEnergyExportTariff1: activeEnergy,
    activeEnergyExportTariff2: activeEnergy,
    reactiveEnergyImportTariff1: reactiveEnergy,
    reactiveEnergyImportTariff2: reactiveEnergy,
    reactiveEnergyExportTariff1: reactiveEnergy,
    reactiveEnergyExportTariff2: reactiveEnergy,
    voltageL1: voltage,
    voltageL2: voltage,
    voltageL3: voltage,
    currentTotal: totalCurrent,
    currentL1: current,
    currentL2: current,
    currentL3: current,
    currentDemandMaxL1: current,
    currentDemandMaxL2: current,
    currentDemandMaxL3: current,
    activePowerTotal: activePower,
    activePowerL1: activePower,
    activePowerL2: activePower,
    activePowerL3: activePower,
    averagePower: activePower,
    reactivePowerL1: reactivePower,
    reactivePowerL2: reactivePower,
    reactivePowerL3: reactivePower,
    apparentPowerL1: apparentPower,
    apparentPowerL2: apparentPower,
    apparentPowerL3: apparentPower,
    powerFactorL1: powerFactor,
    powerFactorL2: powerFactor,
    powerFactorL3: powerFactor,
    phaseAngleL1: phaseAngle,
    phaseAngleL2: phaseAngle,
    phaseAngleL3: phaseAngle,
    frequency: gauge("frequency", "Hz", { min: 40, max: 70 }),
    systemActivePower: gauge("active-power", "kW", { min: 0, max: 10_000 }),
    systemReactivePower: reactivePower,
    systemApparentPower: apparentPower,
    frameIndex: counter("event-count", "1", wrapsAt),
    modbusError: state("device-state", 255),
    /** 1 the mains came on, 0 it went off. */
    mainsPower: state("device-state"),
    currentTransformerPrimary: ratio(9999),
    currentTransformerSecondary: ratio(255),
    voltageTransformerPrimary: ratio(1_200_000),
    voltageTransformerSecondary: ratio(65_535),
  },
  decode: decodeYobiiqEm4301,
});

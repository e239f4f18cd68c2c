import { deviceType } from "../device-type.ts";
import {
  ticApparentPower,
  ticCurrent,
  ticEnergy,
  ticFrames,
  ticStatusMeasurements,
} from "../families/adeunis/tic-frames.ts";

export const adeunisTicLinkyMono = deviceType({
  id: "adeunis-tic-linky-mono",
  vendor: "Adeunis",
  models: ["TIC CBE Linky mono"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 60 },
  measurements: {
    activeEnergyBase: ticEnergy,
    activeEnergyOffPeak: ticEnergy,
    activeEnergyPeak: ticEnergy,
    subscribedCurrent: ticCurrent,
    current: ticCurrent,
    currentMax: ticCurrent,
    apparentPower: ticApparentPower,
    ...ticStatusMeasurements,
  },
  decode: ticFrames([
    { label: "ADCO", textLength: 12 },
    { label: "OPTARIF", textLength: 4 },
    { label: "BASE", name: "activeEnergyBase" },
    { label: "ISOUSC", name: "subscribedCurrent" },
    { label: "IINST", name: "current" },
    { label: "IMAX", name: "currentMax" },
    { label: "PAPP", name: "apparentPower" },
    { label: "HCHC", name: "activeEnergyOffPeak" },
    { label: "HCHP", name: "activeEnergyPeak" },
    { label: "PTEC", textLength: 4 },
  ]),
});

import { deviceType } from "../device-type.ts";
import {
  ticActivePower,
  ticApparentPower,
  ticCurrent,
  ticEnergy,
  ticFrames,
  ticStatusMeasurements,
} from "../families/adeunis/tic-frames.ts";

export const adeunisTicLinkyTri = deviceType({
  id: "adeunis-tic-linky-tri",
  vendor: "Adeunis",
  models: ["TIC CBE Linky tri"],
  codecVersion: 2,
  lorawan: { macVersion: "1.0.2", class: "A", reportEveryMinutes: 60 },
  measurements: {
    activeEnergyBase: ticEnergy,
    current1: ticCurrent,
    current2: ticCurrent,
    current3: ticCurrent,
    currentMax1: ticCurrent,
    currentMax2: ticCurrent,
    currentMax3: ticCurrent,
    activePowerMax: ticActivePower,
    apparentPower: ticApparentPower,
    ...ticStatusMeasurements,
  },
  decode: ticFrames([
    { label: "ADCO", textLength: 12 },
    { label: "BASE", name: "activeEnergyBase" },
    { label: "IINST1", name: "current1" },
    { label: "IINST2", name: "current2" },
    { label: "IINST3", name: "current3" },
    { label: "IMAX1", name: "currentMax1" },
    { label: "IMAX2", name: "currentMax2" },
    { label: "IMAX3", name: "currentMax3" },
    { label: "PMAX", name: "activePowerMax" },
    { label: "PAPP", name: "apparentPower" },
  ]),
});

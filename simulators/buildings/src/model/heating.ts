import type { BuildingPhysics } from "./building-plan.ts";

/** Nobody comes today or tomorrow: heated against frost and damp only. */
const longEmptyCelsius = 12;
const minutesPerKelvin = 40;
const longestLeadMinutes = 360;
const heatingLimitCelsius = 15.5;
const boilerEfficiencyPci = 0.92;
const pcsPerPci = 1.11;

export interface HeatingSituation {
  readonly outdoorCelsius: number;
  /** Mean of the last two days or so. */
  readonly meanOutdoorCelsius: number;
  readonly minutesToOpening: number;
  /** A person switched the programme off: the fault "heating-left-on". */
  readonly leftOn: boolean;
}

/** Set point in °C: occupied, reduced, or far down; optimum start begins the earlier the colder room and weather are. */
export function setPointCelsius(physics: BuildingPhysics, now: HeatingSituation, roomCelsius: number): number {
  if (!physics.heatedAllYear && now.meanOutdoorCelsius > heatingLimitCelsius) return 5;
  if (now.leftOn) return physics.occupiedCelsius + 1;
  if (physics.heatedAllYear) {
    return now.minutesToOpening <= 240 ? physics.occupiedCelsius : physics.reducedCelsius;
  }
  const missingKelvin = Math.max(0, physics.occupiedCelsius - roomCelsius);
  const weatherFactor = 1 + Math.max(0, 5 - now.outdoorCelsius) / 20;
  const leadMinutes = Math.min(longestLeadMinutes, missingKelvin * minutesPerKelvin * weatherFactor);
  if (now.minutesToOpening <= leadMinutes) return physics.occupiedCelsius;
  return now.minutesToOpening === Infinity
    ? Math.min(longEmptyCelsius, physics.reducedCelsius)
    : physics.reducedCelsius;
}

/** Gas in kWh (PCS) that a boiler burns for a heat in kWh. */
export function gasKwhPcs(heatKwh: number): number {
  return (heatKwh / boilerEfficiencyPci) * pcsPerPci;
}

/** Coefficient of performance of an air-water heat pump by outdoor temperature: about 3.2 at 7 °C. */
export function heatPumpCop(outdoorCelsius: number): number {
  return Math.min(4.6, Math.max(1.8, 2.7 + 0.07 * outdoorCelsius));
}

/** kWh (PCS) in a cubic metre of gas, by month: H gas about 11.2, as GRDF publishes it, with an invented course over the year. */
export function gasCoefficientKwhPcsPerM3(timeMs: number): number {
  const month = new Date(timeMs).getUTCMonth();
  return Math.round((11.2 + 0.12 * Math.cos((2 * Math.PI * month) / 12)) * 100) / 100;
}

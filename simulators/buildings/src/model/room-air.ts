import type { RoomPlan } from "./building-plan.ts";

/** Heat a seated person gives, W, and CO2 and water vapour a person breathes out. Source: EN 16798-1 orders of magnitude. */
const personW = 80;
const co2M3PerPersonHour = 0.015;
const vapourGPerPersonHour = 50;
const basinVapourGPerM2Hour = 90;
export const outdoorCo2Ppm = 420;
/** Air, furniture and the inner layer of walls that follow a day's swing, W·h/(m²·K). */
const capacityWhPerM2K = 80;
/** W·h to warm one m³ of air by 1 K. */
const airWhPerM3K = 0.34;

export interface RoomAir {
  celsius: number;
  co2Ppm: number;
  vapourGPerM3: number;
}

export interface RoomInputs {
  readonly hours: number;
  readonly outdoorCelsius: number;
  readonly outdoorVapourGPerM3: number;
  readonly people: number;
  readonly setPointCelsius: number;
  readonly maxHeatingW: number;
  readonly transmissionWPerK: number;
  readonly freshAirM3PerHour: number;
  /** Sun, lights and machines, W. */
  readonly freeHeatW: number;
}

/**
 * Moves a room's air on by `hours` and returns the heating power it took, W. One thermal node, solved implicitly: stable
 * at any step. The heating gives what the set point needs and no more than it can.
 */
export function stepRoomAir(air: RoomAir, room: RoomPlan, inputs: RoomInputs): number {
  const { hours, freshAirM3PerHour } = inputs;
  const lossWPerK = inputs.transmissionWPerK + airWhPerM3K * freshAirM3PerHour;
  const capacity = capacityWhPerM2K * room.areaM2;
  const gainsW = inputs.freeHeatW + personW * inputs.people + lossWPerK * inputs.outdoorCelsius;
  const inertia = capacity + hours * lossWPerK;
  const unheated = (capacity * air.celsius + hours * gainsW) / inertia;
  const wanted = ((inputs.setPointCelsius - unheated) * inertia) / hours;
  const heatingW = Math.min(inputs.maxHeatingW, Math.max(0, wanted));
  air.celsius = unheated + (hours * heatingW) / inertia;

  const volumeM3 = room.areaM2 * room.heightM;
  const changes = hours * (freshAirM3PerHour / volumeM3);
  const co2 = (hours * inputs.people * co2M3PerPersonHour * 1e6) / volumeM3;
  air.co2Ppm = (air.co2Ppm + co2 + changes * outdoorCo2Ppm) / (1 + changes);
  const vapour = inputs.people * vapourGPerPersonHour + (room.basinM2 ?? 0) * basinVapourGPerM2Hour;
  air.vapourGPerM3 =
    (air.vapourGPerM3 + (hours * vapour) / volumeM3 + changes * inputs.outdoorVapourGPerM3) / (1 + changes);
  return heatingW;
}

/** Water vapour that saturates air, g/m³. Source: Magnus formula, WMO guide no. 8, over water. */
export function saturationGPerM3(celsius: number): number {
  return (216.7 * 6.112 * Math.exp((17.62 * celsius) / (243.12 + celsius))) / (273.15 + celsius);
}

/** Relative humidity in %, never above 99: beyond, the walls are wet. */
export function relativeHumidityPercent(air: RoomAir): number {
  return Math.min(99, (100 * air.vapourGPerM3) / saturationGPerM3(air.celsius));
}

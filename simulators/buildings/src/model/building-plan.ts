import type { OpeningHours } from "./opening-hours.ts";

export type BuildingUse = "school" | "town_hall" | "gymnasium" | "pool" | "library" | "community_hall";
export type HeatingEnergy = "gas" | "heat_pump" | "electricity";

/** A part of a building with an air of its own. */
export interface RoomPlan {
  readonly key: string;
  readonly name: string;
  readonly areaM2: number;
  readonly heightM: number;
  /** People in it when the building is as full as usual. */
  readonly people: number;
  /** Water surface that evaporates, m². */
  readonly basinM2?: number;
}

/** What the physics of one building need; powers per floor area in W/m². */
export interface BuildingPhysics {
  readonly use: BuildingUse;
  readonly heating: HeatingEnergy;
  readonly hours: OpeningHours;
  readonly rooms: readonly RoomPlan[];
  /** Transmission through the envelope per floor area, W/(m²·K): about 2 for an old school, 0.8 once renovated. */
  readonly heatLossWPerM2K: number;
  readonly occupiedCelsius: number;
  readonly reducedCelsius: number;
  /** Kept warm in summer too (a pool's hall). */
  readonly heatedAllYear: boolean;
  /** Fresh air while open, m³/h for each usual person; a pool's runs day and night. */
  readonly ventilationM3PerHourPerson: number;
  readonly baseLoadWPerM2: number;
  readonly occupiedLoadWPerM2: number;
  readonly lightingWPerM2: number;
  readonly kitchenKw: number;
  /** Filtration of a pool, day and night. */
  readonly pumpsKw: number;
  readonly hotWaterLitresPerPersonHour: number;
  readonly hotWaterBy: "gas" | "electricity";
  readonly coldWaterLitresPerPersonHour: number;
}

/** What flows through a building and is metered: kW for energies, m³/h for gas and water. */
export const flowNames = [
  "electricity",
  "heatingElectricity",
  "ventilation",
  "kitchen",
  "pumps",
  "gas",
  "water",
  "hotWater",
] as const;
export type FlowName = (typeof flowNames)[number];
export type Flows = Record<FlowName, number>;

export const airNames = ["temperature", "humidity", "co2", "presence"] as const;
export type AirName = (typeof airNames)[number];

import type { BuildingUse, HeatingEnergy, RoomPlan } from "../model/building-plan.ts";
import { seedOf } from "../model/noise.ts";
import type { DemonstratorBuilding, OwnerPlan } from "./demonstrator-plan.ts";
import { physicsFor } from "./physics-by-use.ts";
import {
  type AirSensorType,
  airSensor,
  clampSensor,
  leakSensor,
  linkyMeter,
  type MeteredSensor,
  mainMeter,
  outdoorSensor,
  pulseMeter,
  subMeter,
} from "./sensor-sets.ts";

/**
 * Watt-hours that make the index of the pool's pumps (12 kW day and night) pass 2^32 after about 660 days of
 * simulation, at the end of October 2026: the rollover that the demonstrator shows.
 */
const pumpsFirstCount = 2 ** 32 - 12_000 * 24 * 660;

/** What happens to counters in the field, each in one building. The drops are far above what flows between two readings. */
const meterStories = {
  electricityExchanged: { firstCount: 3_000_000_000, exchange: { everyDays: 182, drop: 140_000_000, recorded: true } },
  gasExchangedUnrecorded: { firstCount: 30_000_000, exchange: { everyDays: 217, drop: 1_000_000, recorded: false } },
  /** Five digits of 10 litres: a pool goes round every few weeks. */
  waterOfFiveDigits: { wrapsAt: 100_000 },
} as const;

/** What is chosen for a building; `rooms` with a sensor, `restAreaM2` without. */
export interface BuildingChoice {
  readonly key: string;
  readonly owner: OwnerPlan;
  readonly name: string;
  readonly use: BuildingUse;
  readonly heating: HeatingEnergy;
  readonly heatLossWPerM2K: number;
  readonly communeCode: string;
  readonly at: readonly [latitude: number, longitude: number];
  readonly rooms: readonly (RoomPlan & { readonly sensor: AirSensorType })[];
  readonly restAreaM2: number;
  /** A supply above 36 kVA. */
  readonly largeSupply: boolean;
  /** What the demonstrator shows of this building's meters: see meterStories. */
  readonly stories?: readonly (keyof typeof meterStories)[];
}

/** Fits a building out: one sensor in each of its rooms, meters for what it uses, sub-meters where a use is large. */
export function buildingWith(choice: BuildingChoice): DemonstratorBuilding {
  const { key, name, owner, communeCode, at, rooms, restAreaM2 } = choice;
  const rest = {
    key: "reste",
    name: "Autres locaux",
    areaM2: restAreaM2,
    heightM: 3,
    people: Math.round(restAreaM2 / 40),
  };
  const physics = physicsFor({ ...choice, rooms: [...rooms.map(({ sensor: _, ...room }) => room), rest] });
  const metered = metersOf(choice);
  const sensors = [
    ...metered.map(({ sensor }) => sensor),
    ...rooms.map((room) => airSensor(key, room, room.sensor)),
    outdoorSensor(key),
    leakSensor(key),
    ...(choice.use === "gymnasium" ? rooms.slice(0, 1).map((room) => airSensor(key, room, "milesight-ws202")) : []),
    ...(choice.use === "library" ? [clampSensor(key, "Ventilation", "ventilation")] : []),
  ];
  return {
    key,
    owner,
    siteName: name,
    communeCode,
    latitude: at[0],
    longitude: at[1],
    name,
    physics,
    sensors,
    meters: metered.map(({ meter }) => meter),
  };
}

function metersOf(choice: BuildingChoice): MeteredSensor[] {
  const { key: building, use, heating, largeSupply, stories = [] } = choice;
  const maxKw = largeSupply ? 400 : 36;
  const main = {
    building,
    key: "electricity",
    name: "Électricité générale",
    energy: "electricity",
    flow: "electricity",
    deliveryNumber: deliveryNumber(building, "electricity", 14),
    maxPerHour: maxKw,
    firstCount: 8_000_000,
    ...(stories.includes("electricityExchanged") && meterStories.electricityExchanged),
  } as const;
  const sub = { building, energy: "electricity", parent: "electricity", maxPerHour: maxKw } as const;
  return [
    largeSupply ? mainMeter(main) : linkyMeter(main),
    ...(heating === "heat_pump"
      ? [subMeter({ ...sub, key: "heat-pump", name: "Pompe à chaleur", flow: "heatingElectricity" })]
      : []),
    ...(use === "school" ? [subMeter({ ...sub, key: "kitchen", name: "Cuisine", flow: "kitchen" })] : []),
    ...(use === "pool"
      ? [
          subMeter({ ...sub, key: "pumps", name: "Pompes de filtration", flow: "pumps", firstCount: pumpsFirstCount }),
          subMeter({ ...sub, key: "ventilation", name: "Ventilation", flow: "ventilation" }),
        ]
      : []),
    ...(heating === "gas"
      ? [
          pulseMeter({
            ...gasMeter(building),
            ...(stories.includes("gasExchangedUnrecorded") && meterStories.gasExchangedUnrecorded),
          }),
        ]
      : []),
    pulseMeter({
      ...waterMeter(building),
      ...(stories.includes("waterOfFiveDigits") && meterStories.waterOfFiveDigits),
    }),
  ];
}

function gasMeter(building: string) {
  const deliveryPoint = deliveryNumber(building, "gas", 14);
  return {
    building,
    key: "gas",
    name: "Gaz",
    energy: "gas",
    flow: "gas",
    deliveryNumber: deliveryPoint,
    maxPerHour: 100,
  } as const;
}

function waterMeter(building: string) {
  const deliveryPoint = deliveryNumber(building, "water", 8);
  return {
    building,
    key: "water",
    name: "Eau froide",
    energy: "water",
    flow: "water",
    deliveryNumber: deliveryPoint,
    maxPerHour: 20,
  } as const;
}

/** An invented number with as many digits as the real ones have. */
function deliveryNumber(building: string, energy: string, digits: number): string {
  const first = seedOf(27, `${building}/${energy}`) >>> 0;
  return `99${String(first).padStart(10, "0")}${String(first).padStart(10, "0")}`.slice(0, digits);
}

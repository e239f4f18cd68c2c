import type { BuildingPhysics, BuildingUse, RoomPlan } from "../model/building-plan.ts";
import type { OpeningHours } from "../model/opening-hours.ts";

const hour = 60;
const workdays = [1, 2, 3, 4, 5];

/** Opening hours by use, such as many communes have them; minutes since local midnight. */
const hoursByUse: Readonly<Record<BuildingUse, OpeningHours>> = {
  school: {
    closedInSchoolHolidays: true,
    sessions: [
      { weekdays: [1, 2, 4, 5], from: 8.3 * hour, to: 11.5 * hour, share: 1 },
      { weekdays: [1, 2, 4, 5], from: 11.5 * hour, to: 13.5 * hour, share: 0.6 },
      { weekdays: [1, 2, 4, 5], from: 13.5 * hour, to: 16.5 * hour, share: 1 },
      { weekdays: [1, 2, 4, 5], from: 16.5 * hour, to: 18.5 * hour, share: 0.25 },
    ],
  },
  town_hall: {
    closedInSchoolHolidays: false,
    sessions: [
      { weekdays: workdays, from: 8.5 * hour, to: 12.25 * hour, share: 1 },
      { weekdays: workdays, from: 12.25 * hour, to: 13.5 * hour, share: 0.3 },
      { weekdays: workdays, from: 13.5 * hour, to: 17.5 * hour, share: 0.95 },
    ],
  },
  gymnasium: {
    closedInSchoolHolidays: false,
    sessions: [
      { weekdays: [1, 2, 4, 5], from: 9 * hour, to: 16.5 * hour, share: 0.6, chance: 0.85 },
      { weekdays: workdays, from: 17 * hour, to: 22 * hour, share: 1 },
      { weekdays: [6, 7], from: 10 * hour, to: 18 * hour, share: 1.3, chance: 0.7 },
    ],
  },
  pool: {
    closedInSchoolHolidays: false,
    sessions: [
      { weekdays: workdays, from: 7.5 * hour, to: 20.5 * hour, share: 0.8 },
      { weekdays: [6, 7], from: 9 * hour, to: 18 * hour, share: 1.2 },
    ],
  },
  library: {
    closedInSchoolHolidays: false,
    sessions: [
      { weekdays: [2, 4, 5], from: 13 * hour, to: 18.5 * hour, share: 0.8 },
      { weekdays: [3, 6], from: 10 * hour, to: 18 * hour, share: 1 },
    ],
  },
  community_hall: {
    closedInSchoolHolidays: false,
    sessions: [
      { weekdays: [1, 2, 3, 4], from: 18 * hour, to: 21 * hour, share: 0.3, chance: 0.6 },
      { weekdays: [6], from: 14 * hour, to: 23.9 * hour, share: 1, chance: 0.55 },
      { weekdays: [7], from: 11 * hour, to: 17 * hour, share: 0.8, chance: 0.4 },
    ],
  },
};

type UseDefaults = Omit<BuildingPhysics, "use" | "heating" | "hours" | "rooms" | "heatLossWPerM2K" | "hotWaterBy">;

const common = {
  occupiedCelsius: 19,
  reducedCelsius: 16,
  heatedAllYear: false,
  ventilationM3PerHourPerson: 18,
  baseLoadWPerM2: 0.9,
  occupiedLoadWPerM2: 3,
  lightingWPerM2: 6,
  kitchenKw: 0,
  pumpsKw: 0,
  hotWaterLitresPerPersonHour: 0.3,
  coldWaterLitresPerPersonHour: 1.5,
};

const defaultsByUse: Readonly<Record<BuildingUse, UseDefaults>> = {
  school: { ...common, kitchenKw: 9 },
  town_hall: { ...common, occupiedCelsius: 20, baseLoadWPerM2: 2, occupiedLoadWPerM2: 6 },
  gymnasium: { ...common, occupiedCelsius: 16, reducedCelsius: 13, lightingWPerM2: 9, hotWaterLitresPerPersonHour: 9 },
  pool: {
    ...common,
    occupiedCelsius: 27,
    reducedCelsius: 25.5,
    heatedAllYear: true,
    ventilationM3PerHourPerson: 130,
    baseLoadWPerM2: 3,
    pumpsKw: 12,
    hotWaterLitresPerPersonHour: 14,
    coldWaterLitresPerPersonHour: 9,
  },
  library: { ...common, baseLoadWPerM2: 1.6, lightingWPerM2: 8 },
  community_hall: { ...common, reducedCelsius: 12, kitchenKw: 4 },
};

export interface PhysicsChoices {
  readonly use: BuildingUse;
  readonly heating: BuildingPhysics["heating"];
  readonly heatLossWPerM2K: number;
  readonly rooms: readonly RoomPlan[];
}

/** The physics of a building of this use: hours and loads as usual for it, the rest as chosen. */
export function physicsFor({ use, heating, heatLossWPerM2K, rooms }: PhysicsChoices): BuildingPhysics {
  const hotWaterBy = heating === "gas" && (use === "gymnasium" || use === "pool") ? "gas" : "electricity";
  return { ...defaultsByUse[use], use, heating, hours: hoursByUse[use], rooms, heatLossWPerM2K, hotWaterBy };
}

/** The hours as the platform's calendar keeps them. */
export function weeklyHours(use: BuildingUse): { weekdays: readonly number[]; from: string; to: string }[] {
  return hoursByUse[use].sessions.map(({ weekdays, from, to }) => ({ weekdays, from: clock(from), to: clock(to) }));
}

function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

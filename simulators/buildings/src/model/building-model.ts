import type { AirName, BuildingPhysics, Flows, RoomPlan } from "./building-plan.ts";
import {
  gasCoefficientKwhPcsPerM3,
  gasKwhPcs,
  type HeatingSituation,
  heatPumpCop,
  setPointCelsius,
} from "./heating.ts";
import { bell, seedOf, uniform } from "./noise.ts";
import { minutesToOpening, presentShare } from "./opening-hours.ts";
import { type ParisTime, parisTime } from "./paris-time.ts";
import { type RoomAir, relativeHumidityPercent, saturationGPerM3, stepRoomAir } from "./room-air.ts";
import { irradianceWPerM2 } from "./sun.ts";
import { outdoorTemperature, type Weather } from "./weather.ts";

export const stepMs = 600_000;
const stepHours = stepMs / 3_600_000;
const leakM3PerHour = 0.35;
const nightLoadKw = 3;
const fanWhPerM3 = 0.35;
const infiltrationPerHour = 0.25;
const sunSeed = seedOf(0, "sun");
const hotWaterKwhPerM3 = 1.163 * 45;

/** What somebody did wrong or what broke in the building, at one instant. */
export interface BuildingDisturbance {
  readonly heatingLeftOn: boolean;
  readonly waterLeak: boolean;
  readonly loadLeftOn: boolean;
}

export interface BuildingStep {
  readonly outdoorCelsius: number;
  readonly rooms: readonly Readonly<Record<AirName, number>>[];
  /** Constant over the step: kW, m³/h. */
  readonly flows: Flows;
}

/** A building's physics, moved on step by step. What it gives depends on seed and start alone. */
export class BuildingModel {
  readonly #physics: BuildingPhysics;
  readonly #weather: Weather;
  readonly #seed: number;
  readonly #airs: RoomAir[];
  readonly #floorAreaM2: number;
  readonly #usualPeople: number;
  #meanOutdoorCelsius = 12;

  constructor(physics: BuildingPhysics, weather: Weather, seed: number) {
    this.#physics = physics;
    this.#weather = weather;
    this.#seed = seed;
    this.#floorAreaM2 = physics.rooms.reduce((sum, room) => sum + room.areaM2, 0);
    this.#usualPeople = physics.rooms.reduce((sum, room) => sum + room.people, 0);
    this.#airs = physics.rooms.map(() => ({ celsius: physics.occupiedCelsius, co2Ppm: 450, vapourGPerM3: 8 }));
  }

  /** The step that begins at `timeMs`; to be called for each step in its order. */
  step(timeMs: number, disturbance: BuildingDisturbance): BuildingStep {
    const physics = this.#physics;
    const paris = parisTime(timeMs);
    // A site's own climate differs by a little from the next one's.
    const outdoorCelsius = outdoorTemperature(this.#weather, timeMs) + bell(this.#seed, 1) * 0.3;
    this.#meanOutdoorCelsius += (outdoorCelsius - this.#meanOutdoorCelsius) * (stepHours / 48);
    const sunWPerM2 = irradianceWPerM2(timeMs, sunSeed);
    const share = presentShare(physics.hours, paris, this.#seed);
    const context: StepContext = {
      timeMs,
      outdoorCelsius,
      outdoorVapourGPerM3: saturationGPerM3(outdoorCelsius) * Math.min(0.92, 0.9 - 0.012 * (outdoorCelsius - 8)),
      meanOutdoorCelsius: this.#meanOutdoorCelsius,
      minutesToOpening: share > 0 ? 0 : minutesToOpening(physics.hours, paris, this.#seed),
      sunWPerM2,
      share,
      leftOn: disturbance.heatingLeftOn,
    };
    let heatingW = 0;
    let people = 0;
    const rooms = physics.rooms.map((room, index) => {
      const result = this.#stepRoom(room, index, context);
      heatingW += result.heatingW;
      people += result.people;
      return result.air;
    });
    return { outdoorCelsius, rooms, flows: this.#flows(context, paris, heatingW / 1000, people, disturbance) };
  }

  #stepRoom(room: RoomPlan, index: number, context: StepContext): RoomStep {
    const physics = this.#physics;
    const air = this.#airs[index] as RoomAir;
    const halfHour = Math.floor(context.timeMs / 1_800_000);
    // A room is not always in use while the building is open.
    const inUse = context.share > 0 && uniform(this.#seed, halfHour, 20 + index) < 0.9;
    const people = inUse ? Math.max(1, Math.round(room.people * context.share)) : 0;
    const wanted = setPointCelsius(physics, context, air.celsius) + 0.25 * bell(this.#seed, halfHour, 40 + index);
    const ventilated =
      context.share > 0 || physics.heatedAllYear ? physics.ventilationM3PerHourPerson * room.people : 0;
    const heatingW = stepRoomAir(air, room, {
      hours: stepHours,
      outdoorCelsius: context.outdoorCelsius,
      outdoorVapourGPerM3: context.outdoorVapourGPerM3,
      people,
      setPointCelsius: wanted,
      maxHeatingW: room.areaM2 * (physics.heatLossWPerM2K + 0.7) * 36,
      transmissionWPerK: physics.heatLossWPerM2K * room.areaM2,
      freshAirM3PerHour: ventilated + infiltrationPerHour * room.areaM2 * room.heightM,
      freeHeatW:
        room.areaM2 * (0.035 * context.sunWPerM2 + physics.baseLoadWPerM2 + (inUse ? physics.occupiedLoadWPerM2 : 0)),
    });
    const humidity = relativeHumidityPercent(air);
    return {
      heatingW,
      people,
      air: { temperature: air.celsius, humidity, co2: air.co2Ppm, presence: people > 0 ? 1 : 0 },
    };
  }

  #flows(context: StepContext, paris: ParisTime, heatKw: number, people: number, broken: BuildingDisturbance): Flows {
    const physics = this.#physics;
    const { share, timeMs, outdoorCelsius } = context;
    const area = this.#floorAreaM2;
    const wobble = 1 + 0.08 * bell(this.#seed, Math.floor(timeMs / stepMs), 60);
    const dark = Math.max(0.15, 1 - context.sunWPerM2 / 250);
    const open = share > 0;
    const airM3PerHour = open || physics.heatedAllYear ? physics.ventilationM3PerHourPerson * this.#usualPeople : 0;
    const ventilation = (fanWhPerM3 * airM3PerHour) / 1000;
    const cooking = open && paris.minute >= 630 && paris.minute < 810;
    const kitchen = physics.kitchenKw * (cooking ? wobble : 0.06);
    const hotWater = (people * physics.hotWaterLitresPerPersonHour) / 1000;
    const heatingElectricity = physics.heating === "gas" ? 0 : heatKw / this.#performance(outdoorCelsius);
    const hotWaterKw = hotWater * hotWaterKwhPerM3 + 0.0008 * area;
    const rest =
      ((physics.baseLoadWPerM2 + share * (physics.occupiedLoadWPerM2 + physics.lightingWPerM2 * dark)) *
        area *
        wobble) /
      1000;
    const gasHeatKw = (physics.heating === "gas" ? heatKw : 0) + (physics.hotWaterBy === "gas" ? hotWaterKw : 0);
    const water = (people * physics.coldWaterLitresPerPersonHour) / 1000 + hotWater;
    const pumps = physics.pumpsKw * wobble;
    const tankKw = physics.hotWaterBy === "electricity" ? hotWaterKw : 0;
    const forgottenKw = broken.loadLeftOn && !open ? nightLoadKw : 0;
    return {
      electricity: rest + heatingElectricity + ventilation + kitchen + pumps + tankKw + forgottenKw,
      heatingElectricity,
      ventilation,
      kitchen,
      pumps,
      gas: gasKwhPcs(gasHeatKw) / gasCoefficientKwhPcsPerM3(timeMs),
      water: water + (broken.waterLeak ? leakM3PerHour : 0),
      hotWater,
    };
  }

  #performance(outdoorCelsius: number): number {
    return this.#physics.heating === "heat_pump" ? heatPumpCop(outdoorCelsius) : 1;
  }
}

interface StepContext extends HeatingSituation {
  readonly timeMs: number;
  readonly outdoorVapourGPerM3: number;
  readonly sunWPerM2: number;
  readonly share: number;
}

interface RoomStep {
  readonly heatingW: number;
  readonly people: number;
  readonly air: Readonly<Record<AirName, number>>;
}

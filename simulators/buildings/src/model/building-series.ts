import { type BuildingDisturbance, BuildingModel, stepMs } from "./building-model.ts";
import { type AirName, airNames, type BuildingPhysics, type FlowName, flowNames } from "./building-plan.ts";
import type { Weather } from "./weather.ts";

const msPerHour = 3_600_000;

/**
 * All simulations begin here (a Monday, local winter time), so that the value at any time depends on the seed alone and
 * not on when somebody started the simulator.
 */
export const epochMs = Date.UTC(2025, 0, 6);

export interface SeriesOptions {
  readonly physics: BuildingPhysics;
  readonly weather: Weather;
  readonly seed: number;
  /** Values are kept from here on; what lies before is simulated and forgotten. */
  readonly keepFromMs: number;
  readonly disturbanceAt: (timeMs: number) => BuildingDisturbance;
}

/** A building's simulated course: gauges are held over a step, registers are the exact integral of their flow. */
export class BuildingSeries {
  readonly #options: SeriesOptions;
  readonly #model: BuildingModel;
  readonly #registers = flowNames.map(() => 0);
  readonly #kept: Kept;
  #keepFromMs: number;
  #nextMs = epochMs;

  constructor(options: SeriesOptions) {
    this.#options = options;
    this.#keepFromMs = Math.max(epochMs, Math.floor(options.keepFromMs / stepMs) * stepMs);
    this.#model = new BuildingModel(options.physics, options.weather, options.seed);
    this.#kept = {
      outdoor: [],
      airs: options.physics.rooms.map(() => airNames.map(() => [])),
      rates: flowNames.map(() => []),
      registers: flowNames.map(() => []),
    };
  }

  /** The first time that can be asked for, UTC milliseconds. */
  get fromMs(): number {
    return this.#keepFromMs;
  }

  /** Simulates every step that begins at or before `timeMs`. */
  advanceTo(timeMs: number): void {
    while (this.#nextMs <= timeMs) {
      this.#step(this.#nextMs);
      this.#nextMs += stepMs;
    }
  }

  /** Gives back the memory of what lies before `timeMs`: a year of a building takes 15 MB. */
  forgetBefore(timeMs: number): void {
    const steps = Math.floor((Math.min(timeMs, this.#nextMs) - this.#keepFromMs) / stepMs);
    if (steps <= 0) return;
    const { outdoor, airs, rates, registers } = this.#kept;
    for (const values of [outdoor, ...airs.flat(), ...rates, ...registers]) values.splice(0, steps);
    this.#keepFromMs += steps * stepMs;
  }

  outdoorCelsius(timeMs: number): number {
    return this.#at(this.#kept.outdoor, timeMs);
  }

  /** °C, %, ppm, or 1 for presence, of the air of the room with this index. */
  air(roomIndex: number, name: AirName, timeMs: number): number {
    return this.#at(this.#kept.airs[roomIndex]?.[airNames.indexOf(name)], timeMs);
  }

  /** kW, or m³/h for gas and water. */
  rate(flow: FlowName, timeMs: number): number {
    return this.#at(this.#kept.rates[flowNames.indexOf(flow)], timeMs);
  }

  /** kWh, or m³ for gas and water, since `epochMs`. */
  register(flow: FlowName, timeMs: number): number {
    const index = flowNames.indexOf(flow);
    const begunMs = timeMs - ((timeMs - epochMs) % stepMs);
    return this.#at(this.#kept.registers[index], timeMs) + (this.rate(flow, timeMs) * (timeMs - begunMs)) / msPerHour;
  }

  #at(values: readonly number[] | undefined, timeMs: number): number {
    const value = values?.[Math.floor((timeMs - this.#keepFromMs) / stepMs)];
    if (value === undefined) throw new RangeError(`Nothing simulated for ${new Date(timeMs).toISOString()}`);
    return value;
  }

  #step(timeMs: number): void {
    const { outdoorCelsius, rooms, flows } = this.#model.step(timeMs, this.#options.disturbanceAt(timeMs));
    const keep = timeMs >= this.#keepFromMs;
    if (keep) {
      this.#kept.outdoor.push(outdoorCelsius);
      for (let room = 0; room < rooms.length; room++) this.#keepAir(room, rooms[room]);
    }
    for (let index = 0; index < flowNames.length; index++) {
      const rate = flows[flowNames[index] as FlowName];
      const register = this.#registers[index] ?? 0;
      if (keep) {
        this.#kept.rates[index]?.push(rate);
        this.#kept.registers[index]?.push(register);
      }
      this.#registers[index] = register + (rate * stepMs) / msPerHour;
    }
  }

  #keepAir(room: number, air: Readonly<Record<AirName, number>> | undefined): void {
    const kept = this.#kept.airs[room];
    if (air === undefined || kept === undefined) return;
    for (let index = 0; index < airNames.length; index++) kept[index]?.push(air[airNames[index] as AirName]);
  }
}

interface Kept {
  readonly outdoor: number[];
  readonly airs: readonly (readonly number[][])[];
  readonly rates: readonly number[][];
  readonly registers: readonly number[][];
}

import type { AirName, FlowName } from "../model/building-plan.ts";
import type { SimulatedType } from "./sensor-frames.ts";

/** A meter that is exchanged again and again, so that each 400 days have seen it. */
export interface MeterExchange {
  readonly everyDays: number;
  /** In counts; more than can flow between two readings. */
  readonly drop: number;
  /** A technician wrote both indexes down and recorded them. */
  readonly recorded: boolean;
}

/** Where a measurement's value comes from. */
export type Source =
  | { readonly of: "air"; readonly room: string; readonly name: AirName }
  | { readonly of: "outdoor" }
  /** A flow in kW, `perKw` of the measurement's unit for each: 1000 for W, 1000 / 690 for A on three phases. */
  | { readonly of: "power"; readonly flow: FlowName; readonly perKw: number }
  /**
   * An index: `countsPerUnit` counts for each kWh or m³ that flowed, from `firstCount` at the simulation's start on,
   * back to 0 at `wrapsAt`. With each exchange its meter begins at a count that is lower by `drop`.
   */
  | {
      readonly of: "register";
      readonly flow: FlowName;
      readonly countsPerUnit: number;
      readonly firstCount: number;
      readonly wrapsAt: number;
      readonly exchange?: MeterExchange;
    }
  /** Always the same: a floor that stays dry. */
  | { readonly of: "constant"; readonly value: number };

/** One sensor of a building. */
export interface SensorPlan {
  /** Unique among the demonstrator's sensors; the devEUI and the noise come from it. */
  readonly key: string;
  readonly type: SimulatedType;
  readonly name: string;
  /** Key of the room it hangs in, which is the zone of its points; none for a meter room. */
  readonly room?: string;
  readonly everyMinutes: number;
  /** By measurement of the device type, what we keep of it and the French name of its point. */
  readonly readings: Readonly<Record<string, { readonly source: Source; readonly pointName: string }>>;
}

/** A meter with one index register, read by one measurement of one sensor. */
export interface MeterPlan {
  readonly key: string;
  readonly name: string;
  readonly energy: "electricity" | "gas" | "water";
  readonly flow: FlowName;
  readonly parent?: string;
  /** Number of the contract's place (PRM, PCE); sub-meters have none. */
  readonly deliveryNumber?: string;
  readonly sensorKey: string;
  readonly measurement: string;
  /** kWh or m³ for each count. */
  readonly unitPerCount: number;
  readonly wrapsAt: number;
  /** The most that can flow, kWh or m³ in an hour. */
  readonly maxPerHour: number;
}

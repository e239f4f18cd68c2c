import type { BuildingPhysics } from "../model/building-plan.ts";
import type { MeterPlan, SensorPlan } from "../sensors/sensor-plan.ts";

/** A real organisation of the Eure, by its code; everything that hangs under it here is invented. */
export interface OwnerPlan {
  readonly kind: "commune" | "epci";
  readonly code: string;
  readonly name: string;
}

export interface DemonstratorBuilding {
  readonly key: string;
  readonly owner: OwnerPlan;
  readonly siteName: string;
  readonly communeCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string;
  readonly physics: BuildingPhysics;
  readonly sensors: readonly SensorPlan[];
  readonly meters: readonly MeterPlan[];
}

export const demonstratorSeed = 27;

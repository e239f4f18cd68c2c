import type { DemonstratorBuilding } from "./demonstrator/demonstrator-plan.ts";
import { buildingFaultKinds, FaultWatch } from "./faults.ts";
import { BuildingSeries } from "./model/building-series.ts";
import { seedOf } from "./model/noise.ts";
import type { Weather } from "./model/weather.ts";
import { SensorReports } from "./sensors/sensor-reports.ts";

/** A building of the demonstrator with its course and what its sensors say of it. */
export interface SimulatedBuilding {
  readonly plan: DemonstratorBuilding;
  readonly series: BuildingSeries;
  readonly sensors: readonly SensorReports[];
}

/** Prepares a building; nothing is simulated until its series is advanced. Values are kept from `keepFromMs` on. */
export function simulatedBuilding(
  plan: DemonstratorBuilding,
  weather: Weather,
  seed: number,
  keepFromMs: number,
): SimulatedBuilding {
  const watch = new FaultWatch(seed, plan.key, buildingFaultKinds);
  const series = new BuildingSeries({
    physics: plan.physics,
    weather,
    seed: seedOf(seed, plan.key),
    keepFromMs,
    disturbanceAt: (timeMs) => ({
      heatingLeftOn: watch.at("heating-left-on", timeMs) !== undefined,
      waterLeak: watch.at("water-leak", timeMs) !== undefined,
      loadLeftOn: watch.at("load-left-on", timeMs) !== undefined,
    }),
  });
  const rooms = plan.physics.rooms.map(({ key }) => key);
  return { plan, series, sensors: plan.sensors.map((sensor) => new SensorReports(sensor, series, rooms, seed)) };
}

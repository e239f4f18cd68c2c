import type { Connection } from "@gtb/database/pool";
import { findOrganisation } from "@gtb/database/queries/find-organisation";
import { insertBuilding } from "@gtb/database/queries/insert-building";
import { insertCalendar } from "@gtb/database/queries/insert-calendar";
import { insertDevice } from "@gtb/database/queries/insert-device";
import { insertDevicePoints } from "@gtb/database/queries/insert-device-points";
import { insertPoint } from "@gtb/database/queries/insert-point";
import { insertSite } from "@gtb/database/queries/insert-site";
import { insertZone } from "@gtb/database/queries/insert-zone";
import { findDeviceType } from "@gtb/devices/find-device-type";
import type { SensorPlan } from "../sensors/sensor-plan.ts";
import { declareMeter } from "./declare-meter.ts";
import type { DemonstratorBuilding } from "./demonstrator-plan.ts";
import { devEuiOf } from "./dev-eui.ts";
import { weeklyHours } from "./physics-by-use.ts";

/** uuid of the point that keeps a sensor's measurement, by `<sensor key> <measurement>`. */
export type PointIds = ReadonlyMap<string, string>;

export function pointKey(sensorKey: string, measurement: string): string {
  return `${sensorKey} ${measurement}`;
}

/** Declares a building with all that hangs in it, marked as simulated, in the caller's transaction. */
export async function declareBuilding(connection: Connection, plan: DemonstratorBuilding): Promise<PointIds> {
  const organisation = required(
    await findOrganisation(connection, plan.owner.kind, plan.owner.code),
    `organisation ${plan.owner.code}`,
  );
  const { latitude, longitude, communeCode } = plan;
  const newSite = { organisation, name: plan.siteName, address: null, communeCode, latitude, longitude };
  const site = required(await insertSite(connection, newSite), "site");
  const building = required(
    await insertBuilding(connection, {
      site,
      name: plan.name,
      use: plan.physics.use,
      heatingEnergy: plan.physics.heating,
      timeZone: "Europe/Paris",
      floorAreaM2: plan.physics.rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      simulated: true,
    }),
    "building",
  );
  await insertCalendar(connection, {
    building,
    name: plan.name,
    weeklyHours: weeklyHours(plan.physics.use),
    schoolHolidayZone: plan.physics.hours.closedInSchoolHolidays ? "B" : null,
  });
  const points = await declareSensors(connection, plan, building);
  const meters = new Map<string, string>();
  for (const meter of plan.meters) {
    const point = required(points.get(pointKey(meter.sensorKey, meter.measurement)), meter.key);
    meters.set(meter.key, await declareMeter(connection, { building, meter, point, meters }));
  }
  return points;
}

async function declareSensors(connection: Connection, plan: DemonstratorBuilding, building: string): Promise<PointIds> {
  const points = new Map<string, string>();
  const zones = new Map<string, string>();
  for (const { key, name } of plan.physics.rooms) {
    if (!plan.sensors.some(({ room }) => room === key)) continue;
    zones.set(key, required(await insertZone(connection, { building, name, floor: null }), "zone"));
  }
  for (const sensor of plan.sensors) {
    const zone = sensor.room === undefined ? null : required(zones.get(sensor.room), sensor.room);
    for (const [measurement, point] of await declareSensor(connection, sensor, building, zone)) {
      points.set(pointKey(sensor.key, measurement), point);
    }
  }
  return points;
}

async function declareSensor(
  connection: Connection,
  sensor: SensorPlan,
  building: string,
  zone: string | null,
): Promise<[measurement: string, point: string][]> {
  const type = required(findDeviceType(sensor.type), sensor.type);
  const points: [string, string][] = [];
  for (const [measurement, { pointName }] of Object.entries(sensor.readings)) {
    const { quantity, unit, kind } = required(type.measurements[measurement], `${sensor.type} ${measurement}`);
    const point = await insertPoint(connection, { building, zone, name: pointName, quantity, unit, kind });
    points.push([measurement, required(point, pointName)]);
  }
  const device = { devEui: devEuiOf(sensor.key), deviceType: sensor.type, name: sensor.name, building };
  const id = required(await insertDevice(connection, device), sensor.key);
  const assignments = points.map(([measurement, point]) => ({ measurement, point }));
  await insertDevicePoints(connection, id, assignments, null);
  return points;
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Demonstrator: ${what} is not there`);
  return value;
}

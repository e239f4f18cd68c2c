import { DeviceBody, DeviceDetail } from "@gtb/contracts/devices";
import type { Queryable } from "@gtb/database/pool";
import { insertDevice } from "@gtb/database/queries/insert-device";
import { insertDevicePoints, type NewDevicePoint } from "@gtb/database/queries/insert-device-points";
import { insertPoint } from "@gtb/database/queries/insert-point";
import { catalogue } from "@gtb/devices/catalogue";
import type { DeviceType } from "@gtb/devices/device-type";
import { frenchQuantity } from "@gtb/domain/units/french-quantity";
import type { z } from "zod";
import { found, ProblemError, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readDevice } from "./read-device.ts";

type Body = z.output<typeof DeviceBody>;

export const createDeviceRoute = route({
  method: "POST",
  path: "/api/v1/devices",
  allow: "device:write",
  summary: "Declare a device and say where its values go; what it sent before is then decoded",
  body: DeviceBody,
  reply: DeviceDetail,
  handler: async ({ db, body, now }) => {
    const type = deviceTypeOf(body);
    refuseUnknownMeasurements(type, body);
    const id = referred(await insertDevice(db, body), "The building");
    const points = [...body.assignments, ...(body.createPoints ? await createPoints(db, type, body) : [])];
    const assigned = await insertDevicePoints(db, id, points, body.validFrom);
    if (assigned < points.length) {
      throw new ProblemError("unknown_reference", "A point of `assignments` does not exist in the organisation.", [
        { path: "body.assignments", message: "unknown point" },
      ]);
    }
    return found(await readDevice(db, id, now), "device");
  },
});

function deviceTypeOf({ deviceType }: Body): DeviceType {
  const type = catalogue.find(({ id }) => id === deviceType);
  if (type !== undefined) return type;
  throw new ProblemError("unknown_device_type", `The catalogue has no ${deviceType}: see /api/v1/device-types.`, [
    { path: "body.deviceType", message: "not in the catalogue" },
  ]);
}

function refuseUnknownMeasurements(type: DeviceType, { assignments }: Body): void {
  const errors = assignments.flatMap(({ measurement }, index) =>
    Object.hasOwn(type.measurements, measurement)
      ? []
      : [{ path: `body.assignments.${index}.measurement`, message: `${type.id} has no ${measurement}` }],
  );
  if (errors.length > 0) {
    const known = Object.keys(type.measurements).join(", ");
    throw new ProblemError("unknown_measurement", `${type.id} measures ${known}.`, errors);
  }
}

/** A point for each measurement that is not assigned to one. */
async function createPoints(db: Queryable, type: DeviceType, body: Body): Promise<NewDevicePoint[]> {
  const assigned = new Set(body.assignments.map(({ measurement }) => measurement));
  const created: NewDevicePoint[] = [];
  for (const [measurement, { quantity, unit, kind }] of Object.entries(type.measurements)) {
    if (assigned.has(measurement)) continue;
    const name = `${body.name} · ${nameOf(type, measurement)}`;
    const point = await insertPoint(db, { building: body.building, zone: body.zone, name, quantity, unit, kind });
    created.push({ measurement, point: referred(point, "The zone") });
  }
  return created;
}

/** In French; of several of one quantity the measurement's own name tells which. */
function nameOf(type: DeviceType, measurement: string): string {
  const all = Object.values(type.measurements);
  const quantity = type.measurements[measurement]?.quantity;
  if (quantity === undefined) return measurement;
  const isAlone = all.filter((other) => other.quantity === quantity).length === 1;
  return isAlone ? frenchQuantity[quantity] : `${frenchQuantity[quantity]} (${measurement})`;
}

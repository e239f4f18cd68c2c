import type { DeviceDetail } from "@gtb/contracts/devices";
import type { Queryable } from "@gtb/database/pool";
import { getDevice } from "@gtb/database/queries/get-device";
import { listDeviceAssignments } from "@gtb/database/queries/list-device-assignments";
import { listDeviceUplinks } from "@gtb/database/queries/list-device-uplinks";
import type { z } from "zod";
import type { DeclaredPart } from "../../etag.ts";

const lastUplinkCount = 20;

/** All that is said of one device. Undefined when there is none. */
export async function readDevice(
  db: Queryable,
  deviceId: string,
  now: Date,
): Promise<z.output<typeof DeviceDetail> | undefined> {
  const device = await getDevice(db, deviceId, now);
  if (device === undefined) return undefined;
  return {
    ...device,
    assignments: await listDeviceAssignments(db, deviceId),
    lastUplinks: await listDeviceUplinks(db, deviceId, lastUplinkCount),
  };
}

/** What an edit of the device may not overwrite unseen; what the network says of it changes all the time. */
export const declaredOfDevice: DeclaredPart = (reply) => {
  const { id, name, devEui, deviceType, building, assignments } = reply as DeviceDetail;
  return { id, name, devEui, deviceType, building, assignments };
};

import { DeviceChangeBody, DeviceDetail, DeviceParams } from "@gtb/contracts/devices";
import { updateDevice } from "@gtb/database/queries/update-device";
import { editRoute } from "../../edit-route.ts";
import { found } from "../../problem-error.ts";
import { declaredOfDevice, readDevice } from "./read-device.ts";

export const updateDeviceRoute = editRoute({
  path: "/api/v1/devices/:deviceId",
  allow: "device:write",
  summary: "Mend what was declared of a device",
  table: "device",
  params: DeviceParams,
  body: DeviceChangeBody,
  reply: DeviceDetail,
  declared: declaredOfDevice,
  read: readDevice,
  change: async (db, id, body) => void found((await updateDevice(db, id, body)) || undefined, "device"),
});

import { DeviceDetail, DeviceParams } from "@gtb/contracts/devices";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { declaredOfDevice, readDevice } from "./read-device.ts";

export const getDeviceRoute = route({
  method: "GET",
  path: "/api/v1/devices/:deviceId",
  allow: "data:read",
  summary: "One device with its points and its last events",
  params: DeviceParams,
  reply: DeviceDetail,
  declared: declaredOfDevice,
  handler: async ({ db, params, now }) => found(await readDevice(db, params.deviceId, now), "device"),
});

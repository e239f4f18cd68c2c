import { DeviceTypeList } from "@gtb/contracts/device-types";
import { catalogue } from "@gtb/devices/catalogue";
import type { DeviceType, MeasurementDefinition } from "@gtb/devices/device-type";
import { route } from "../../route.ts";

export const listDeviceTypesRoute = route({
  method: "GET",
  path: "/api/v1/device-types",
  allow: "signed-in",
  summary: "The device types that are decoded, with what each measures",
  reply: DeviceTypeList,
  handler: async () => ({ items: catalogue.map(toDeviceType) }),
});

function toDeviceType({ id, vendor, models, codecVersion, lorawan, measurements }: DeviceType) {
  return {
    id,
    vendor,
    models: [...models],
    codecVersion,
    macVersion: lorawan.macVersion,
    deviceClass: lorawan.class,
    reportEveryMinutes: lorawan.reportEveryMinutes,
    measurements: Object.entries(measurements).map(toMeasurement),
  };
}

function toMeasurement([name, { wrapsAt, ...definition }]: [string, MeasurementDefinition]) {
  return { name, ...definition, wrapsAt: wrapsAt ?? null };
}

import { z } from "zod";
import { PointKind } from "./points.ts";

export const DeviceMeasurement = z.object({
  name: z.string(),
  quantity: z.string(),
  unit: z.string().describe("UCUM"),
  kind: PointKind,
  min: z.number(),
  max: z.number(),
  wrapsAt: z.number().nullable(),
});

export const DeviceType = z
  .object({
    id: z.string(),
    vendor: z.string(),
    models: z.array(z.string()),
    codecVersion: z.int(),
    macVersion: z.string(),
    deviceClass: z.enum(["A", "B", "C"]),
    reportEveryMinutes: z.number(),
    measurements: z.array(DeviceMeasurement),
  })
  .meta({ id: "DeviceType" });
export type DeviceType = z.input<typeof DeviceType>;

export const DeviceTypeList = z.object({ items: z.array(DeviceType) });
export type DeviceTypeList = z.input<typeof DeviceTypeList>;

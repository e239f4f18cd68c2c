import { z } from "zod";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

/** A device that is heard and that nobody declared. Its uplinks are kept until somebody does. */
export const UnknownDevice = z
  .object({
    devEui: z.string(),
    applicationId: z.string().nullable(),
    firstHeardAt: Timestamp,
    lastHeardAt: Timestamp,
    uplinkCount: z.int(),
    lastFPort: z.int().nullable(),
    lastPayloadHex: z.string().nullable(),
  })
  .meta({ id: "UnknownDevice" });
export type UnknownDevice = z.input<typeof UnknownDevice>;

export const UnknownDeviceListQuery = z.strictObject(pageFields({ usual: 100, most: 500 }));
export const UnknownDeviceList = pageOf(UnknownDevice);
export type UnknownDeviceList = z.input<typeof UnknownDeviceList>;

import { z } from "zod";
import { DevEui, Name, NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

export const DeviceState = z
  .enum(["ok", "silent", "never_heard", "error"])
  .describe("silent: nothing for 3 report periods · error: the network reported one since the last uplink");
export type DeviceState = z.input<typeof DeviceState>;

export const Device = z
  .object({
    id: Uuid,
    organisation: NamedReference,
    building: NamedReference.nullable(),
    devEui: z.string(),
    deviceType: z.string(),
    name: z.string(),
    state: DeviceState,
    lastUplinkAt: Timestamp.nullable(),
    batteryPercent: z.number().nullable(),
    externalPower: z.boolean().nullable(),
    rssiDbm: z.number().nullable(),
    snrDb: z.number().nullable(),
  })
  .meta({ id: "Device" });
export type Device = z.input<typeof Device>;

/** Which point a measurement feeds, and for which period. */
export const DeviceAssignment = z.object({
  measurement: z.string(),
  point: NamedReference,
  validFrom: Timestamp.nullable().describe("null: since ever"),
  validTo: Timestamp.nullable().describe("null: until further notice"),
});
export type DeviceAssignment = z.input<typeof DeviceAssignment>;

export const UplinkOutcome = z.enum([
  "decoded",
  "partly_rejected",
  "no_measurement",
  "unknown_device",
  "undecodable",
  "encrypted",
  "recorded",
]);

/** One event of the ledger, as ChirpStack published it. */
export const UplinkSummary = z.object({
  time: Timestamp,
  receivedAt: Timestamp,
  eventType: z.enum(["up", "join", "status", "log", "ack", "txack", "location"]),
  fPort: z.int().nullable(),
  fCnt: z.int().nullable(),
  payloadHex: z.string().nullable(),
  outcome: UplinkOutcome,
  outcomeDetail: z.string().nullable(),
  readingCount: z.int(),
});
export type UplinkSummary = z.input<typeof UplinkSummary>;

export const DeviceDetail = Device.extend({
  reportEveryMinutes: z.number(),
  lastJoinAt: Timestamp.nullable(),
  lastStatusAt: Timestamp.nullable(),
  marginDb: z.number().nullable(),
  dataRate: z.int().nullable(),
  gatewayCount: z.int().nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: Timestamp.nullable(),
  assignments: z.array(DeviceAssignment),
  lastUplinks: z.array(UplinkSummary).describe("The last 20 events, newest first"),
}).meta({ id: "DeviceDetail" });
export type DeviceDetail = z.input<typeof DeviceDetail>;

export const DeviceParams = z.strictObject({ deviceId: Uuid });
export const DeviceListQuery = z.strictObject({
  organisation: Uuid.optional(),
  building: Uuid.optional(),
  deviceType: z.string().max(100).optional(),
  state: DeviceState.optional(),
  search: z.string().trim().min(1).max(100).optional().describe("Part of the name or of the devEUI"),
  ...pageFields({ usual: 100, most: 500 }),
});
export const DeviceList = pageOf(Device);
export type DeviceList = z.input<typeof DeviceList>;

/** Declares a device. What it sent before is decoded then, as far back as its assignments reach. */
export const DeviceBody = z.strictObject({
  devEui: DevEui,
  deviceType: z.string().min(1).max(100).describe("Id of the catalogue, such as `milesight-em300-th`"),
  name: Name,
  building: Uuid,
  zone: Uuid.nullable().default(null).describe("Zone of the points that `createPoints` makes"),
  validFrom: Timestamp.nullable()
    .default(null)
    .describe("Since when its values belong to its points; null: since ever"),
  assignments: z
    .array(z.strictObject({ measurement: z.string().min(1).max(100), point: Uuid }))
    .max(100)
    .default([]),
  createPoints: z.boolean().default(false).describe("true: makes a point for every measurement that has no assignment"),
});
export type DeviceBody = z.input<typeof DeviceBody>;

/** What may be mended; what is left out stays. */
export const DeviceChangeBody = z.strictObject({
  name: Name.optional(),
});
export type DeviceChangeBody = z.input<typeof DeviceChangeBody>;

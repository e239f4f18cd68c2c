import { z } from "zod";
import { Energy } from "./energies.ts";
import { NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { CalendarDate, inOrder, inOrderError, Timestamp } from "./time.ts";

/** The contract's place, where a meter stands: it outlives the meter. */
export const DeliveryPoint = z
  .object({ id: Uuid, building: Uuid, energy: Energy, number: z.string(), gasCoefficientCount: z.int() })
  .meta({ id: "DeliveryPoint" });
export type DeliveryPoint = z.input<typeof DeliveryPoint>;

export const DeliveryPointParams = z.strictObject({ deliveryPointId: Uuid });
export const DeliveryPointBody = z.strictObject({
  meter: Uuid.describe("The meter that stands there; building and energy are its own"),
  number: z.string().trim().min(1).max(50).describe("PRM, PCE or the subscriber's number"),
});
export type DeliveryPointBody = z.input<typeof DeliveryPointBody>;

/** What a m³ of gas held in a period, as the distributor or the bill says. Without it gas has m³ and no kWh. */
const GasCoefficient = z
  .strictObject({ kwhPcsPerM3: z.number().min(5).max(15), from: Timestamp, to: Timestamp })
  .refine(inOrder, inOrderError);
export const GasCoefficientsBody = z.strictObject({
  source: z.string().trim().min(1).max(200).describe("Where the coefficients stand: a bill, the distributor's site"),
  coefficients: z.array(GasCoefficient).min(1).max(500),
});
export type GasCoefficientsBody = z.input<typeof GasCoefficientsBody>;

/** A delivery point with what is known of its contract today. */
export const DeliveryPointSummary = z
  .object({
    id: Uuid,
    organisation: NamedReference,
    building: NamedReference,
    energy: Energy,
    number: z.string(),
    simulated: z.boolean(),
    meters: z.array(NamedReference).describe("Those that stand there"),
    contract: z
      .object({ id: Uuid, supplier: z.string(), from: CalendarDate, to: CalendarDate.nullable(), priceCount: z.int() })
      .nullable()
      .describe("Today's; null: it has none"),
    invoiceCount: z.int(),
  })
  .meta({ id: "DeliveryPointSummary" });
export type DeliveryPointSummary = z.input<typeof DeliveryPointSummary>;

export const DeliveryPointListQuery = z.strictObject({
  organisation: Uuid.optional(),
  building: Uuid.optional(),
  without: z.enum(["contract"]).optional().describe("Only those that have no contract today"),
  ...pageFields({ usual: 100, most: 500 }),
});
export const DeliveryPointList = pageOf(DeliveryPointSummary);
export type DeliveryPointList = z.input<typeof DeliveryPointList>;

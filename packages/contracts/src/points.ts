import { allQuantities, type Quantity } from "@gtb/domain/units/quantity";
import { z } from "zod";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

export const PointKind = z
  .enum(["gauge", "counter", "state", "event"])
  .describe(
    "gauge: a value at an instant · counter: an index that grows · state: 0/1 or a small enumeration · event: occurrences since the report before",
  );
export type PointKind = z.input<typeof PointKind>;

export const QuantityName = z.enum(allQuantities as readonly [Quantity, ...Quantity[]]);

/** The place in a building whose values are kept; it outlives the device that feeds it. */
export const Point = z
  .object({
    id: Uuid,
    building: Uuid,
    zone: NamedReference.nullable(),
    name: z.string(),
    quantity: z.string().describe("A word of the platform's glossary, such as `temperature`"),
    unit: z.string().describe("UCUM unit of the values as they are kept, such as `Cel`"),
    kind: PointKind,
  })
  .meta({ id: "Point" });
export type Point = z.input<typeof Point>;

export const PointWithLatest = Point.extend({
  latest: z.object({ time: Timestamp, value: z.number() }).nullable().describe("null: nothing for 30 days"),
}).meta({ id: "PointWithLatest" });
export type PointWithLatest = z.input<typeof PointWithLatest>;

export const PointParams = z.strictObject({ pointId: Uuid });
export const PointBody = z.strictObject({
  building: Uuid,
  zone: Uuid.nullable().default(null),
  name: Name,
  quantity: QuantityName,
  unit: z.string().min(1).max(30),
  kind: PointKind,
});
export type PointBody = z.input<typeof PointBody>;

/** What may be mended; what is left out stays. */
export const PointChangeBody = z.strictObject({
  name: Name.optional(),
  zone: Uuid.nullable().optional(),
});
export type PointChangeBody = z.input<typeof PointChangeBody>;

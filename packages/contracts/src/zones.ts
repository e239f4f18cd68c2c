import { z } from "zod";
import { Name, Uuid } from "./identifier.ts";

export const Zone = z
  .object({ id: Uuid, building: Uuid, name: z.string(), floor: z.string().nullable() })
  .meta({ id: "Zone" });
export type Zone = z.input<typeof Zone>;

export const ZoneParams = z.strictObject({ zoneId: Uuid });
export const ZoneBody = z.strictObject({
  building: Uuid,
  name: Name,
  floor: z.string().trim().max(50).nullable().default(null),
});
export type ZoneBody = z.input<typeof ZoneBody>;

/** What may be mended; what is left out stays. */
export const ZoneChangeBody = z.strictObject({
  name: Name.optional(),
  floor: ZoneBody.shape.floor.unwrap().optional(),
});
export type ZoneChangeBody = z.input<typeof ZoneChangeBody>;

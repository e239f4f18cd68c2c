import { z } from "zod";
import { Name, NamedReference, Uuid } from "./identifier.ts";

export const Site = z
  .object({
    id: Uuid,
    organisation: NamedReference,
    name: z.string(),
    address: z.string().nullable(),
    communeCode: z.string().describe("INSEE code"),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .meta({ id: "Site" });
export type Site = z.input<typeof Site>;

export const SiteParams = z.strictObject({ siteId: Uuid });
export const SiteBody = z.strictObject({
  organisation: Uuid,
  name: Name,
  address: z.string().trim().max(500).nullable().default(null),
  communeCode: z.string().regex(/^[0-9AB]{5}$/, "an INSEE code of five characters expected"),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
});
export type SiteBody = z.input<typeof SiteBody>;

/** What may be mended; what is left out stays. */
export const SiteChangeBody = z.strictObject({
  name: Name.optional(),
  address: SiteBody.shape.address.unwrap().optional(),
});
export type SiteChangeBody = z.input<typeof SiteChangeBody>;

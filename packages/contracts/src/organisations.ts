import { z } from "zod";
import { Name, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";

export const OrganisationKind = z.enum(["agency", "departement", "epci", "commune"]);
export type OrganisationKind = z.input<typeof OrganisationKind>;

export const Organisation = z
  .object({
    id: Uuid,
    kind: OrganisationKind,
    code: z.string().describe("INSEE code of a commune or département, SIREN of an EPCI or the agency"),
    name: z.string(),
    population: z.int().nullable(),
    buildingCount: z.int().describe("Its own buildings"),
    deviceCount: z.int().describe("Its own devices"),
  })
  .meta({ id: "Organisation" });
export type Organisation = z.input<typeof Organisation>;

/** Another organisation that this one belongs to or reaches, today. */
export const OrganisationLink = z.object({
  id: Uuid,
  name: z.string(),
  organisationKind: OrganisationKind,
  kind: z.enum(["membership", "territory", "service"]),
});

export const OrganisationDetail = Organisation.extend({
  parents: z.array(OrganisationLink),
  children: z.array(OrganisationLink),
}).meta({ id: "OrganisationDetail" });
export type OrganisationDetail = z.input<typeof OrganisationDetail>;

export const OrganisationParams = z.strictObject({ organisationId: Uuid });
export const OrganisationListQuery = z.strictObject({
  kind: OrganisationKind.optional(),
  search: z.string().trim().min(1).max(100).optional().describe("Part of the name, or the start of the code"),
  withBuildings: z.stringbool().optional().describe("true: only those that have buildings of their own"),
  ...pageFields({ usual: 100, most: 1000 }),
});
export const OrganisationList = pageOf(Organisation);
export type OrganisationList = z.input<typeof OrganisationList>;

export const OrganisationBody = z.strictObject({
  kind: OrganisationKind,
  code: z.string().trim().min(1).max(20),
  name: Name,
  population: z.int().min(0).nullable().default(null),
});
export type OrganisationBody = z.input<typeof OrganisationBody>;

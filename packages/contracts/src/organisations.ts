import { z } from "zod";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { CalendarDate, Timestamp } from "./time.ts";

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

const OrganisationLinkKind = z.enum(["membership", "territory", "service"]);

/** Another organisation that this one belongs to or reaches, today. */
export const OrganisationLink = z.object({
  id: Uuid,
  name: z.string(),
  organisationKind: OrganisationKind,
  kind: OrganisationLinkKind,
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
  withBuildings: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .describe("true: only those that have buildings of their own"),
  ...pageFields({ usual: 100, most: 1000 }),
});
export const OrganisationList = pageOf(Organisation);
export type OrganisationList = z.input<typeof OrganisationList>;

export const OrganisationBody = z.strictObject({
  kind: OrganisationKind,
  code: z.string().trim().min(1).max(20),
  name: Name,
  population: z.int().min(0).max(2_000_000_000).nullable().default(null),
});
export type OrganisationBody = z.input<typeof OrganisationBody>;

/** That one organisation lies above another, and whether the one below has agreed that the one above sees its data. */
export const Consent = z
  .object({
    id: Uuid,
    parent: NamedReference,
    child: NamedReference,
    kind: OrganisationLinkKind,
    from: CalendarDate.nullable().describe("null: from ever on"),
    until: CalendarDate.nullable().describe("The first day on which it no longer holds; null: open"),
    consentedAt: Timestamp.nullable().describe("null: not agreed, the parent sees nothing"),
  })
  .meta({ id: "Consent" });
export type Consent = z.input<typeof Consent>;
export const ConsentList = z.object({ items: z.array(Consent) }).meta({ id: "ConsentList" });
export type ConsentList = z.input<typeof ConsentList>;
export const ConsentParams = z.strictObject({ linkId: Uuid });

/** Agreement of the child's that the parent sees its data. */
export const ConsentBody = z
  .strictObject({
    parent: Uuid,
    child: Uuid,
    kind: OrganisationLinkKind,
    from: CalendarDate,
    until: CalendarDate.nullable().default(null),
  })
  .refine(({ parent, child }) => parent !== child, { error: "another organisation expected", path: ["child"] })
  .refine(({ from, until }) => until === null || from < until, { error: "must be later than `from`", path: ["until"] });
export type ConsentBody = z.input<typeof ConsentBody>;
export const ConsentChangeBody = z.strictObject({
  consented: z.literal(true).optional().describe("Agrees; to take it back, delete the link"),
  until: CalendarDate.nullable().optional(),
});

import { z } from "zod";
import { Energy, EnergyKwh, Share } from "./energies.ts";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { Meter } from "./meters.ts";
import { pageFields, pageOf } from "./page.ts";
import { PointWithLatest } from "./points.ts";
import { Timestamp, TimeZone } from "./time.ts";
import { Zone } from "./zones.ts";

export const BuildingUse = z.enum([
  "school",
  "nursery",
  "town_hall",
  "gymnasium",
  "pool",
  "library",
  "community_hall",
  "office",
  "workshop",
  "other",
]);
export type BuildingUse = z.input<typeof BuildingUse>;

export const HeatingEnergy = z.enum(["electricity", "gas", "fuel_oil", "wood", "heat_network", "heat_pump", "none"]);
export type HeatingEnergy = z.input<typeof HeatingEnergy>;

export const Building = z
  .object({
    id: Uuid,
    organisation: NamedReference,
    site: NamedReference,
    name: z.string(),
    use: BuildingUse,
    heatingEnergy: HeatingEnergy,
    timeZone: z.string(),
    floorAreaM2: z.number().nullable().describe("Today's, as known today"),
    simulated: z.boolean().describe("Its values come from a simulation: say so wherever they are shown"),
  })
  .meta({ id: "Building" });
export type Building = z.input<typeof Building>;

/** One total and how well it is known. */
export const KnownTotal = z.object({
  energyKwh: EnergyKwh,
  native: z.number().nullable().describe("In `nativeUnit`; null when unknown or when its registers differ in unit"),
  knownShare: Share.describe("Part of the register-hours of the span that is measured or estimated"),
});
export type KnownTotal = z.input<typeof KnownTotal>;

/** This local week (from Monday 00:00) against the one before; sub-meters are not added to their parents. */
export const WeekComparison = z
  .object({
    energy: Energy,
    nativeUnit: z.string().nullable(),
    weekStart: Timestamp,
    until: Timestamp.nullable().describe("End of the last whole hour known this week; null: nothing yet"),
    thisWeek: KnownTotal,
    lastWeekSameSpan: KnownTotal.describe("From last Monday to the same local weekday and hour as `until`"),
    lastWeek: KnownTotal.describe("The whole week"),
  })
  .meta({ id: "WeekComparison" });
export type WeekComparison = z.input<typeof WeekComparison>;

export const BuildingSummary = Building.extend({
  weeks: z.array(WeekComparison).describe("One for each energy that the building has a meter of"),
  lastReadingAt: Timestamp.nullable().describe(
    "When a sensor of the building last gave a value; null: not for 30 days",
  ),
}).meta({ id: "BuildingSummary" });
export type BuildingSummary = z.input<typeof BuildingSummary>;

export const BuildingDetail = Building.extend({
  zones: z.array(Zone),
  points: z.array(PointWithLatest),
  meters: z.array(Meter),
  deviceCount: z.int(),
}).meta({ id: "BuildingDetail" });
export type BuildingDetail = z.input<typeof BuildingDetail>;

export const BuildingParams = z.strictObject({ buildingId: Uuid });
export const BuildingListQuery = z.strictObject({
  organisation: Uuid.optional(),
  use: BuildingUse.optional(),
  search: z.string().trim().min(1).max(100).optional().describe("Part of the building's name"),
  ...pageFields({ usual: 100, most: 500 }),
});
export const BuildingList = pageOf(BuildingSummary);
export type BuildingList = z.input<typeof BuildingList>;

export const BuildingBody = z.strictObject({
  site: Uuid,
  name: Name,
  use: BuildingUse,
  heatingEnergy: HeatingEnergy,
  timeZone: TimeZone.default("Europe/Paris"),
  floorAreaM2: z.number().positive().nullable().default(null),
  simulated: z.boolean().default(false),
});
export type BuildingBody = z.input<typeof BuildingBody>;

/** What may be mended; what is left out stays. */
export const BuildingChangeBody = z.strictObject({
  name: Name.optional(),
  use: BuildingUse.optional(),
  heatingEnergy: HeatingEnergy.optional(),
});
export type BuildingChangeBody = z.input<typeof BuildingChangeBody>;

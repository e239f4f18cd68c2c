import { z } from "zod";
import { Energy, EnergyKwh, Share } from "./energies.ts";
import { Uuid } from "./identifier.ts";
import { inOrder, inOrderError, PeriodQuery, Timestamp } from "./time.ts";

/** Bounds of a reply, in days of the period asked. */
export const longestAnalysisDays = { hour: 100, day: 1_500, week: 5_500, month: 11_000, year: 36_600 } as const;

export const AnalysisStep = z
  .enum(["hour", "day", "week", "month", "year"])
  .describe("Local ones of the building; weeks begin on Monday; days have 23, 24 or 25 hours");
export type AnalysisStep = z.input<typeof AnalysisStep>;

export const AnalysisGrouping = z
  .enum(["energy", "meter", "end_use", "tariff_class", "building", "building_use"])
  .describe("meter: parents are split into their sub-meters and the remainder that none explains");
export type AnalysisGrouping = z.input<typeof AnalysisGrouping>;

/** Why something is not wholly measured. */
export const HourReasonName = z.enum([
  "longGap",
  "estimatedAtSource",
  "nothingHeard",
  "counterBreak",
  "noParameter",
  "deviceChanged",
  "filled",
  "partOfVirtual",
  "otherSource",
  "negativeRemainder",
]);
export type HourReasonName = z.input<typeof HourReasonName>;

export const AnalysisQuery = PeriodQuery.extend({
  by: AnalysisStep,
  groupBy: AnalysisGrouping.default("energy"),
  energy: Energy.optional(),
  compare: z.enum(["previous_year"]).optional().describe("Beside it the same local dates a year earlier"),
  asOf: Timestamp.optional().describe("As it was known at that instant; by hour, day or month only"),
}).refine(inOrder, inOrderError);
export type AnalysisQuery = z.input<typeof AnalysisQuery>;

const known = {
  energyKwh: EnergyKwh.describe("null: nothing known, or no kWh in it (water); gas in kWh PCS"),
  native: z.number().nullable().describe("In `nativeUnit`; null where registers differ in unit"),
  cost: z.number().nullable().describe("With taxes; null: nothing of it has a price"),
  kgCo2e: z.number().nullable().describe("null: nothing of it has a factor"),
  primaryKwh: z.number().nullable(),
  measuredShare: Share,
  estimatedShare: Share,
  missingShare: Share.describe("What is in no figure, as a share of the register-hours that were to be expected"),
};

export const AnalysisTotal = z
  .object({
    ...known,
    costedShare: Share.describe("Part of what is known that has a price"),
    reasons: z.array(HourReasonName),
  })
  .meta({ id: "AnalysisTotal" });
export type AnalysisTotal = z.input<typeof AnalysisTotal>;

/** One group, one column a field, as long as `starts`. */
export const AnalysisSeries = z
  .object({
    key: z
      .string()
      .describe(
        "Of the group: an energy, a use, a class, or a uuid; `<meter>/remainder` for what no sub-meter explains",
      ),
    label: z.string().nullable().describe("Name of a meter or building"),
    energy: Energy.nullable().describe("null: several"),
    parent: Uuid.nullable().describe("Of a meter or remainder: the meter that counts it too"),
    isRemainder: z.boolean(),
    nativeUnit: z.string().nullable(),
    energyKwh: z.array(known.energyKwh),
    native: z.array(known.native),
    cost: z.array(known.cost),
    kgCo2e: z.array(known.kgCo2e),
    primaryKwh: z.array(known.primaryKwh),
    measuredShare: z.array(Share),
    estimatedShare: z.array(Share),
    missingShare: z.array(Share),
    reasons: z.array(z.array(HourReasonName)),
    total: AnalysisTotal,
  })
  .meta({ id: "AnalysisSeries" });
export type AnalysisSeries = z.input<typeof AnalysisSeries>;

const part = {
  from: Timestamp.describe("Widened to whole local steps"),
  to: Timestamp,
  starts: z.array(Timestamp).describe("Steps that have begun"),
  localStarts: z.array(z.string()).describe("The same in local time: `2026-03-29T00:00:00+01:00`"),
  series: z.array(AnalysisSeries).describe("They add up to `total`"),
  total: AnalysisTotal,
};

/** The version of a factor that figures were made with. */
export const UsedFactor = z.object({
  id: Uuid,
  kind: z.string(),
  energy: z.string().nullable(),
  value: z.number(),
  year: z.int().nullable(),
  source: z.string(),
});

export const Analysis = z
  .object({
    scope: z.object({ kind: z.enum(["meter", "building", "organisation"]), id: Uuid, name: z.string() }),
    timeZone: z.string(),
    by: AnalysisStep,
    groupBy: AnalysisGrouping,
    asOf: Timestamp.nullable(),
    currency: z.string().nullable().describe("Of every `cost`; null: nothing has a price"),
    floorAreaM2: z.number().nullable().describe("Today's, to divide by"),
    heatingKd: z
      .array(z.number().nullable())
      .nullable()
      .describe("Heating degree days (base 18, Météo) of each step of the building's station; null: no station"),
    ...part,
    previous: z.object(part).nullable(),
    factors: z.array(UsedFactor),
  })
  .meta({ id: "Analysis" });
export type Analysis = z.input<typeof Analysis>;

import { z } from "zod";
import { AnalysisStep, AnalysisTotal, HourReasonName } from "./analysis.ts";
import { Energy, EnergyKwh, Share } from "./energies.ts";
import { Uuid } from "./identifier.ts";
import { inOrder, inOrderError, PeriodQuery, Timestamp } from "./time.ts";

export const MeterBalanceQuery = PeriodQuery.extend({
  by: AnalysisStep,
  asOf: Timestamp.optional().describe("As it was known at that instant; by hour, day or month only"),
}).refine(inOrder, inOrderError);

const Total = AnalysisTotal.pick({
  energyKwh: true,
  native: true,
  measuredShare: true,
  estimatedShare: true,
  missingShare: true,
  reasons: true,
});

/** One column a field, as long as `starts`. */
const Columns = z.object({
  energyKwh: z.array(EnergyKwh),
  native: z.array(z.number().nullable().describe("In the meters' one unit; null where they differ in it")),
  measuredShare: z.array(Share),
  estimatedShare: z.array(Share),
  missingShare: z.array(Share),
  reasons: z.array(z.array(HourReasonName)),
  total: Total,
});

const partOfParent = z
  .number()
  .nullable()
  .describe("Of the parent over the period; null where either is unknown or the parent counted nothing");

/** A meter against its sub-meters of the same energy: in every step they and the remainder add up to it. */
export const MeterBalance = z
  .object({
    meter: Uuid,
    name: z.string(),
    energy: Energy,
    timeZone: z.string(),
    by: AnalysisStep,
    asOf: Timestamp.nullable(),
    from: Timestamp.describe("Widened to whole local steps"),
    to: Timestamp,
    starts: z.array(Timestamp).describe("Steps that have begun"),
    parent: Columns,
    children: z.array(Columns.extend({ meter: Uuid, name: z.string(), shareOfParent: partOfParent })),
    childrenSum: Columns.extend({ shareOfParent: partOfParent }),
    remainder: Columns.extend({
      shareOfParent: partOfParent,
      isNegative: z
        .array(z.boolean())
        .describe("The sub-meters counted more than their parent: one of them is wrong, or hangs elsewhere"),
    }).describe("What no sub-meter explains; unknown where the parent or a sub-meter is"),
  })
  .meta({ id: "MeterBalance" });
export type MeterBalance = z.input<typeof MeterBalance>;

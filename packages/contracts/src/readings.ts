import { z } from "zod";
import { Uuid } from "./identifier.ts";
import { PointKind } from "./points.ts";
import { inOrder, inOrderError, PeriodQuery, Timestamp } from "./time.ts";

/** A reply holds at most so many values; a longer period is refused with what to ask instead. */
export const mostReadings = 20_000;

export const ReadingBucket = z.enum(["10m", "1h", "1d"]).describe("`1d` is a local day of the building");
export type ReadingBucket = z.input<typeof ReadingBucket>;

export const ReadingAggregate = z.enum(["mean", "min", "max", "first", "last", "sum"]);
export type ReadingAggregate = z.input<typeof ReadingAggregate>;

export const ReadingFlag = z
  .enum(["corrected", "void", "estimated"])
  .describe(
    "corrected: a person set it · void: a person, or the source, says that it is wrong · estimated: by its source",
  );
export type ReadingFlag = z.input<typeof ReadingFlag>;

export const ReadingQuery = PeriodQuery.extend({
  bucket: ReadingBucket.optional().describe("Absent: each reading as it was stored"),
  aggregate: ReadingAggregate.optional().describe(
    "What `values` holds of each bucket; by default the mean of a gauge, the last of a counter or a state, the sum of events",
  ),
  asOf: Timestamp.optional().describe("As it was known at this instant; without a `bucket` only"),
})
  .refine(inOrder, inOrderError)
  .refine((query) => query.bucket === undefined || query.asOf === undefined, {
    error: "`asOf` gives readings as stored, without a `bucket`",
    path: ["asOf"],
  })
  .refine((query) => query.bucket !== undefined || query.aggregate === undefined, {
    error: "`aggregate` needs a `bucket`",
    path: ["aggregate"],
  });

/** One column a field, all of the same length; a bucket without readings holds null. */
export const ReadingColumns = z
  .object({
    point: Uuid,
    quantity: z.string(),
    unit: z.string(),
    kind: PointKind,
    timeZone: z.string(),
    bucket: ReadingBucket.nullable(),
    aggregate: ReadingAggregate.nullable(),
    times: z.array(Timestamp).describe("Of each reading, or the start of each bucket"),
    values: z.array(z.number().nullable()),
    flags: z
      .array(z.array(ReadingFlag))
      .optional()
      .describe("Of each reading as stored; buckets leave void readings out"),
    min: z.array(z.number().nullable()).optional().describe("Smallest of each bucket"),
    max: z.array(z.number().nullable()).optional().describe("Largest of each bucket"),
    counts: z.array(z.int()).optional().describe("Readings in each bucket"),
  })
  .meta({ id: "ReadingColumns" });
export type ReadingColumns = z.input<typeof ReadingColumns>;

import { z } from "zod";
import { HourReasonName } from "./analysis.ts";
import { Energy, Share } from "./energies.ts";
import { NamedReference, Uuid } from "./identifier.ts";
import { inOrder, inOrderError, PeriodQuery, Timestamp } from "./time.ts";

export const DataQualityQuery = PeriodQuery.refine(inOrder, inOrderError).refine(
  ({ from, to }) => to.getTime() - from.getTime() <= 800 * 86_400_000,
  { error: "at most 800 days", path: ["to"] },
);
export type DataQualityQuery = z.input<typeof DataQualityQuery>;

export const RegisterQuality = z
  .object({
    register: Uuid,
    registerName: z.string(),
    meter: NamedReference,
    building: NamedReference,
    energy: Energy,
    measuredShare: Share,
    estimatedShare: Share,
    missingShare: Share,
    reasons: z.array(HourReasonName),
    lastReadingAt: Timestamp.nullable().describe("null: not for 400 days"),
    missingSince: Timestamp.nullable().describe(
      "Where the hours that lack up to now begin; null: the last hour is there",
    ),
    missingDays: z.int().describe("Local days of the period with more than an hour missing"),
    breaks: z.int().describe("Falls of its counter that nobody has explained"),
  })
  .meta({ id: "RegisterQuality" });
export type RegisterQuality = z.input<typeof RegisterQuality>;

export const DataQuality = z
  .object({
    organisation: Uuid,
    from: Timestamp,
    to: Timestamp,
    measuredShare: Share,
    estimatedShare: Share,
    missingShare: Share,
    breaks: z.int(),
    items: z.array(RegisterQuality).describe("The worst first"),
  })
  .meta({ id: "DataQuality" });
export type DataQuality = z.input<typeof DataQuality>;

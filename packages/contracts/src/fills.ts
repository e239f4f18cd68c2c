import { z } from "zod";
import { Doer, Reason, WaitingJob } from "./corrections.ts";
import { Uuid } from "./identifier.ts";
import { inOrder, inOrderError, Timestamp } from "./time.ts";

/** A person asks for missing hours to be filled; where the truth arrives it counts, and the fill no more. */
export const Fill = z
  .object({
    id: Uuid,
    from: Timestamp,
    to: Timestamp,
    method: z
      .enum(["same-hours"])
      .describe(
        "same-hours: the median of the measured hours of the same local hour and weekday within 8 weeks before and after",
      ),
    reason: z.string(),
    requestedBy: Doer,
    requestedAt: Timestamp,
    withdrawnAt: Timestamp.nullable(),
    filledHours: z.int().describe("Hours that have a value by it"),
  })
  .meta({ id: "Fill" });
export type Fill = z.input<typeof Fill>;
export const FillList = z.object({ items: z.array(Fill) });
export type FillList = z.input<typeof FillList>;
export const FillParams = z.strictObject({ consumptionFillRequestId: Uuid });

export const FillBody = z
  .strictObject({ from: Timestamp, to: Timestamp, reason: Reason })
  .refine(inOrder, inOrderError);
export type FillBody = z.input<typeof FillBody>;
export const FillAnswer = z.object({ fill: Fill, job: WaitingJob }).meta({ id: "FillAnswer" });
export type FillAnswer = z.input<typeof FillAnswer>;

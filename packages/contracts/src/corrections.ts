import { z } from "zod";
import { Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

/** A correction reaches at most so far: a longer one is more likely a slip than meant. */
export const longestCorrectionDays = 400;

/** Why a person did what cannot be undone without a trace. */
export const Reason = z.string().trim().min(3).max(500);
/** Who did it, by name where the reader may see them. */
export const Doer = z.string().nullable().describe("Name; null: not for the reader to see, or no longer there");

export const CorrectionKind = z
  .enum(["set", "void", "restore"])
  .describe(
    "set: another value, also where there was none · void: kept, but read by no calculation · restore: what stood before any correction is back",
  );
export type CorrectionKind = z.input<typeof CorrectionKind>;

export const Correction = z
  .object({
    id: Uuid,
    kind: CorrectionKind,
    from: Timestamp,
    to: Timestamp.describe("Included"),
    value: z.number().nullable().describe("Raw, as readings are; of `set` only"),
    reason: z.string(),
    madeBy: Doer,
    madeAt: Timestamp,
    appliedAt: Timestamp.nullable().describe("null: waits for the job"),
    readingCount: z.int().nullable().describe("Readings that it changed"),
  })
  .meta({ id: "Correction" });
export type Correction = z.input<typeof Correction>;
export const CorrectionList = z.object({ items: z.array(Correction) });
export type CorrectionList = z.input<typeof CorrectionList>;

const range = { from: Timestamp, to: Timestamp.describe("Included"), reason: Reason };
export const CorrectionBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set"), time: Timestamp, value: z.number(), reason: Reason }),
  z.strictObject({ kind: z.literal("void"), ...range }),
  z.strictObject({ kind: z.literal("restore"), ...range }),
]);
export type CorrectionBody = z.input<typeof CorrectionBody>;

/** The work that a change of the past asks for. */
export const WaitingJob = Uuid.nullable().describe("The job that carries it out, for those who may see jobs");
export const CorrectionAnswer = z.object({ correction: Correction, job: WaitingJob }).meta({ id: "CorrectionAnswer" });
export type CorrectionAnswer = z.input<typeof CorrectionAnswer>;

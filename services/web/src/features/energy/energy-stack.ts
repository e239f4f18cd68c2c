import type { HourReasonName } from "@gtb/contracts/analysis";
import type { BucketQuality } from "../consumption/bucket-quality.ts";

/** How one part of one bucket is known. */
export interface BucketPart {
  /** In the stack's unit; null: unknown, which is never 0 */
  readonly value: number | null;
  /** What is known in a unit of its own (UCUM) where there are no kWh */
  readonly native?: { readonly value: number; readonly unit: string } | null;
  readonly measuredShare: number;
  readonly estimatedShare: number;
  readonly missingShare: number;
  /** Why it is not wholly measured, as the engine names it */
  readonly reasons: readonly HourReasonName[];
}

/** What is stacked: an energy, an end use, a meter or what no sub-meter explains. */
interface StackPart {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly buckets: readonly BucketPart[];
}

/** A period in buckets, in one unit, split one way. */
export interface EnergyStack {
  /** Local times of the buckets that have begun */
  readonly localStarts: readonly string[];
  /** Index of the bucket that is not over; -1: none */
  readonly running: number;
  readonly parts: readonly StackPart[];
  /** The same buckets a year before, all parts together; empty: not compared */
  readonly earlier: readonly (number | null)[];
  /** Degree days (K·day) of each bucket; empty: none known */
  readonly degreeDays: readonly (number | null)[];
}

/** Shares below this come from rounding and edges, and deserve no mark. */
const notable = 0.02;

export function partQuality(part: BucketPart, running: boolean): BucketQuality {
  if (part.value === null) return "missing";
  if (running) return "running";
  if (part.missingShare > notable) return "incomplete";
  return part.estimatedShare > notable ? "estimated" : "measured";
}

/** Which marks a stack shows, in the order in which a legend explains them. */
export function qualitiesIn(stack: EnergyStack): BucketQuality[] {
  const shown = new Set(
    stack.parts.flatMap(({ buckets }) => buckets.map((part, index) => partQuality(part, index === stack.running))),
  );
  return (["estimated", "incomplete", "missing", "running"] as const).filter((quality) => shown.has(quality));
}

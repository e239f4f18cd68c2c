import type { RegisterHour } from "@gtb/database/queries/replace-hours";
import type { RollUpRange } from "@gtb/database/queries/roll-up-consumption";
import { mergeDirtyRanges } from "./merge-ranges.ts";

const hourMs = 3_600_000;

/** The hours as ranges of those that follow each other closely: a day between is added up for nothing, and once. */
export function changedRanges(hours: readonly Pick<RegisterHour, "registerId" | "hourMs">[]): RollUpRange[] {
  return mergeDirtyRanges(
    hours.map(({ registerId, hourMs: fromMs }) => ({ registerId, fromMs, toMs: fromMs + hourMs })),
  );
}

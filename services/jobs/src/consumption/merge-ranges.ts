import type { DirtyRange } from "@gtb/database/queries/take-reading-changes";
import type { ConsumptionWindow } from "@gtb/database/queries/widen-dirty-ranges";

/** Ranges of a register no further apart than this are computed as one: 48 hours more cost less than a query more. */
const nearMs = 2 * 24 * 3_600_000;

/** Joins ranges of one register that overlap or nearly touch. `ranges` in any order. */
export function mergeDirtyRanges(ranges: readonly DirtyRange[]): DirtyRange[] {
  const sorted = ranges.toSorted((a, b) => a.registerId - b.registerId || a.fromMs - b.fromMs);
  const merged: DirtyRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last?.registerId === range.registerId && range.fromMs <= last.toMs + nearMs)
      merged[merged.length - 1] = { ...last, toMs: Math.max(last.toMs, range.toMs) };
    else merged.push(range);
  }
  return merged;
}

/** Joins windows of one register whose hours touch: each hour is computed once. `windows` in any order. */
export function mergeWindows(windows: readonly ConsumptionWindow[]): ConsumptionWindow[] {
  const sorted = windows.toSorted((a, b) => a.registerId - b.registerId || a.hoursFromMs - b.hoursFromMs);
  const merged: ConsumptionWindow[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last?.registerId !== window.registerId || window.hoursFromMs > last.hoursToMs) merged.push(window);
    else
      merged[merged.length - 1] = {
        registerId: last.registerId,
        hoursFromMs: last.hoursFromMs,
        hoursToMs: Math.max(last.hoursToMs, window.hoursToMs),
        loadFromMs: Math.min(last.loadFromMs, window.loadFromMs),
        loadToMs: Math.max(last.loadToMs, window.loadToMs),
      };
  }
  return merged;
}

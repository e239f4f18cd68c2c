import type { RunTarget } from "@gtb/database/queries/store-import-batch";

export interface CountedValue {
  readonly pointId: number;
  readonly registerId: number | null;
  readonly isIndex: boolean;
  readonly startMs: number | null;
  readonly timeMs: number;
  /** In the register's unit */
  readonly native: number;
}

interface Totals {
  readonly registerId: number | null;
  readonly isIndex: boolean;
  readings: number;
  fromMs: number;
  toMs: number;
  least: number;
  greatest: number;
  sum: number;
  gaps: number;
  lastMs: number;
  lastNative: number;
  /** Begin of the earliest interval; Infinity where no value has one */
  firstStartMs: number;
}

/** What a file holds of each point. It counts every value of the file, also those that an earlier worker has stored. */
export class RunTotals {
  readonly #points = new Map<number, Totals>();
  readonly #touched = new Set<number>();

  add({ pointId, registerId, isIndex, startMs, timeMs, native }: CountedValue): void {
    this.#touched.add(pointId);
    const known = this.#points.get(pointId);
    const beginMs = startMs ?? timeMs;
    if (known === undefined) {
      this.#points.set(pointId, {
        registerId,
        isIndex,
        readings: 1,
        fromMs: beginMs,
        toMs: timeMs,
        least: native,
        greatest: native,
        sum: native,
        gaps: 0,
        lastMs: timeMs,
        lastNative: native,
        firstStartMs: startMs ?? Number.POSITIVE_INFINITY,
      });
      return;
    }
    // Of two lines for one instant the last stands.
    if (known.lastMs === timeMs) known.sum -= known.lastNative;
    else known.readings++;
    if (startMs !== null && startMs > known.lastMs) known.gaps++;
    known.fromMs = Math.min(known.fromMs, beginMs);
    known.toMs = Math.max(known.toMs, timeMs);
    known.least = Math.min(known.least, native);
    known.greatest = Math.max(known.greatest, native);
    known.sum += native;
    known.lastMs = timeMs;
    known.lastNative = native;
    if (startMs !== null) known.firstStartMs = Math.min(known.firstStartMs, startMs);
  }

  /** The points that were added to since the last call. */
  takeTouched(): RunTarget[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched.flatMap((pointId) => {
      const totals = this.#points.get(pointId);
      if (totals === undefined) return [];
      const { registerId, readings, fromMs, toMs, least, greatest, gaps, isIndex } = totals;
      const sum = isIndex ? greatest - least : totals.sum;
      return [
        { pointId, registerId, readings, from: new Date(fromMs), to: new Date(toMs), least, greatest, sum, gaps },
      ];
    });
  }

  /** Where the first interval of each point begins. */
  firstStarts(): { readonly pointId: number; readonly time: Date }[] {
    return [...this.#points]
      .filter(([, { firstStartMs }]) => Number.isFinite(firstStartMs))
      .map(([pointId, { firstStartMs }]) => ({ pointId, time: new Date(firstStartMs) }));
  }
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeDirtyRanges, mergeWindows } from "./merge-ranges.ts";

const hour = 3_600_000;
const range = fc
  .record({ registerId: fc.integer({ min: 1, max: 3 }), at: fc.nat(2_000), length: fc.nat(200) })
  .map(({ registerId, at, length }) => ({ registerId, fromMs: at * hour, toMs: (at + length) * hour }));

test("merged ranges cover every range and keep registers apart, days apart from each other", () => {
  fc.assert(
    fc.property(fc.array(range), (ranges) => {
      const merged = mergeDirtyRanges(ranges);
      for (const { registerId, fromMs, toMs } of ranges)
        expect(merged.some((m) => m.registerId === registerId && m.fromMs <= fromMs && m.toMs >= toMs)).toBe(true);
      for (const [index, next] of merged.entries()) {
        const before = merged[index - 1];
        if (before?.registerId === next.registerId) expect(next.fromMs - before.toMs).toBeGreaterThan(48 * hour);
      }
      expect(mergeDirtyRanges(merged)).toEqual(merged);
    }),
  );
});

const window = range.map(({ registerId, fromMs, toMs }) => ({
  registerId,
  hoursFromMs: fromMs,
  hoursToMs: toMs + hour,
  loadFromMs: fromMs - 13 * hour,
  loadToMs: toMs + 2 * hour,
}));

test("merged windows hold each hour once, with all that its windows load", () => {
  fc.assert(
    fc.property(fc.array(window), (windows) => {
      const merged = mergeWindows(windows);
      for (const w of windows) {
        const holders = merged.filter(
          (m) => m.registerId === w.registerId && m.hoursFromMs < w.hoursToMs && m.hoursToMs > w.hoursFromMs,
        );
        expect(holders).toHaveLength(1);
        expect(holders[0]?.hoursFromMs).toBeLessThanOrEqual(w.hoursFromMs);
        expect(holders[0]?.hoursToMs).toBeGreaterThanOrEqual(w.hoursToMs);
        expect(holders[0]?.loadFromMs).toBeLessThanOrEqual(w.loadFromMs);
        expect(holders[0]?.loadToMs).toBeGreaterThanOrEqual(w.loadToMs);
      }
    }),
  );
});

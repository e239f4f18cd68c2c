import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillMissingHours } from "./fill-missing-hours.ts";
import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourReason } from "./hour-reason.ts";
import { sameHoursFill } from "./same-hours-fill.ts";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 2, 2);
const always = [{ fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY, kwhPerUnit: 10 }];
const hour = (index: number, native: number | null, measuredShare = native === null ? 0 : 1): HourlyConsumption => ({
  ...{ hourMs: start + index * hourMs, native, energyKwh: native === null ? null : native * 10, measuredShare },
  ...{ estimatedShare: 0, missingShare: 1 - measuredShare, reasons: measuredShare === 1 ? 0 : hourReason.nothingHeard },
});

describe("filling", () => {
  it("adds to what is missing alone, and marks it", () => {
    const hours = fillMissingHours(
      [hour(0, 5), hour(1, 2, 0.5), hour(2, null)],
      [1, 2, 3].map((n) => ({ hourMs: start + n * hourMs, native: 8 })),
      always,
    );
    const why = hourReason.nothingHeard | hourReason.filled;
    expect(hours).toEqual([
      hour(0, 5),
      { ...hour(1, 6, 0.5), energyKwh: 60, estimatedShare: 0.5, missingShare: 0, reasons: why },
      { ...hour(2, 8, 0), energyKwh: 80, estimatedShare: 1, missingShare: 0, reasons: why },
      { ...hour(3, 8, 0), energyKwh: 80, estimatedShare: 1, missingShare: 0, reasons: why },
    ]);
  });

  it("changes no hour of which everything is known, whatever is filled in", () => {
    const shares = fc.constantFrom(0, 0.25, 1);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), shares)),
        fc.array(fc.integer({ min: 0, max: 60 })),
        (list, at) => {
          const hours = list.map(([native, share], index) => hour(index, share === 0 ? null : native, share));
          const fills = [...new Set(at)].sort((a, b) => a - b).map((n) => ({ hourMs: start + n * hourMs, native: 7 }));
          const after = new Map(fillMissingHours(hours, fills, always).map((one) => [one.hourMs, one]));
          for (const one of hours.filter(({ missingShare }) => missingShare === 0))
            expect(after.get(one.hourMs)).toEqual(one);
          for (const { hourMs: filled } of fills) expect(after.get(filled)?.missingShare).toBe(0);
          expect(after.size).toBe(new Set([...hours, ...fills].map((one) => one.hourMs)).size);
        },
      ),
    );
  });

  it("has no kWh where nobody knows what a unit holds", () => {
    const [filled] = fillMissingHours([], [{ hourMs: start, native: 8 }], []);
    expect(filled).toMatchObject({ native: 8, energyKwh: null, estimatedShare: 1 });
  });
});

describe("the same hours", () => {
  /** Four weeks: each hour holds its local weekday's number (Monday 1) and a hundredth of its hour. */
  const weeks = Array.from({ length: 4 * 168 }, (_, index) => {
    const local = new Date(start + (index + 1) * hourMs);
    return hour(index, (local.getUTCDay() || 7) + local.getUTCHours() / 100);
  });
  const monday14 = start + 28 * 24 * hourMs + 12 * hourMs;

  it("are those of the local clock, also beyond the night when it changes", () => {
    // 30 March 2026 is in summer time: 12:00 UTC is 14:00 in Paris, in winter 13:00 UTC was.
    expect(sameHoursFill([monday14], weeks, "Europe/Paris")[0]?.native).toBeCloseTo(1.14, 9);
    expect(sameHoursFill([monday14], weeks, "UTC")[0]?.native).toBeCloseTo(1.13, 9);
  });

  it("are those of any working day where a weekday has too few, and none where nothing is like them", () => {
    const oneWeek = weeks.slice(0, 168);
    expect(sameHoursFill([monday14], oneWeek, "Europe/Paris")).toEqual([{ hourMs: monday14, native: 3.14 }]);
    expect(sameHoursFill([monday14], oneWeek.slice(0, 48), "Europe/Paris")).toEqual([]);
  });

  it("takes measured hours alone, and their median, which one odd day does not move", () => {
    const odd = weeks.map((one, index) => (index % 168 === 13 && index < 168 ? { ...one, native: 900 } : one));
    expect(sameHoursFill([monday14], odd, "Europe/Paris")[0]?.native).toBeCloseTo(1.14, 9);
    const estimated = weeks.map((one) => ({ ...one, measuredShare: 0.9, estimatedShare: 0.1 }));
    expect(sameHoursFill([monday14], estimated, "Europe/Paris")).toEqual([]);
  });
});

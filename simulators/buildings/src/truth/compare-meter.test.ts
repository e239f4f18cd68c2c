import { expect, it } from "vitest";
import { compareDays, compareGaps, type MeterFacts } from "./compare-meter.ts";

const hourMs = 3_600_000;
/** Local midnight of 29 March 2025 in Paris; the day after has 23 hours. */
const startMs = Date.UTC(2025, 2, 28, 23);
const hoursOf = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at * hourMs);

/** 1 m³ every hour, read each hour 10 minutes past, in steps of 0.01 m³. */
function facts(change: (hourMs: number) => Partial<MeterFacts["hours"][number]> = () => ({})): MeterFacts {
  const hours = hoursOf(startMs - 24 * hourMs, 5 * 24);
  return {
    truth: new Map(hours.map((hour) => [hour, 1])),
    hours: hours.map((hour) => ({
      ...{ hourMs: hour, native: 1, energyKwh: null, measuredShare: 1, estimatedShare: 0, missingShare: 0, reasons: 0 },
      ...change(hour),
    })),
    readings: hours.map((hour, count) => ({ timeMs: hour + hourMs / 6, value: 100 * count })),
    step: 0.01,
  };
}

it("compares whole local days, of 23 hours too, and allows for the intervals that cross midnight", () => {
  const days = compareDays(facts());
  expect(days.map(({ trueNative }) => trueNative)).toEqual([24, 23, 24, 24]);
  expect(days[1]).toMatchObject({ state: "measured", native: 23, startMs: startMs + 24 * hourMs });
  expect(days[1]!.tolerance).toBeCloseTo(0.023 + 0.01 + 2, 9);
});

it("a day with an hour too much is outside its tolerance only by more than that", () => {
  const at = startMs + 30 * hourMs;
  const [, day] = compareDays(facts((hour) => (hour === at ? { native: 4 } : {})));
  expect(Math.abs(day!.native - day!.trueNative)).toBeGreaterThan(day!.tolerance);
});

it("takes days with a missing hour for missing, and sums a gap up over its days", () => {
  const estimated = compareDays(
    facts((hour) =>
      hour >= startMs + 24 * hourMs && hour < startMs + 47 * hourMs ? { measuredShare: 0, estimatedShare: 1 } : {},
    ),
  );
  expect(estimated.map(({ state }) => state)).toEqual(["measured", "estimated", "measured", "measured"]);
  const gaps = compareGaps(facts(), estimated);
  expect(gaps).toEqual([expect.objectContaining({ trueNative: 23, native: 23 })]);
  expect(gaps[0]!.tolerance).toBeCloseTo(2.01, 9);
  const missing = compareDays(
    facts((hour) => (hour === startMs ? { native: null, measuredShare: 0, missingShare: 1 } : {})),
  );
  expect(missing[0]!.state).toBe("missing");
});

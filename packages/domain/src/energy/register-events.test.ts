import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counterBreaks } from "./counter-breaks.ts";
import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourReason, reasonNames } from "./hour-reason.ts";
import { hourlyConsumption } from "./hourly-consumption.ts";
import { readingQuality } from "./reading-quality.ts";
import type { RegisterEvent, RegisterReading, RegisterSetup } from "./register.ts";
import { hourMs } from "./span.ts";

const start = Date.UTC(2026, 2, 28);
const always = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
const at = (hours: number, value: number, changes: Partial<RegisterReading> = {}): RegisterReading => ({
  ...{ assignment: 1, timeMs: start + hours * hourMs, value, quality: 0 },
  ...changes,
});
const exchange = (hours: number, lastValue: number | null, firstValue: number | null): RegisterEvent => ({
  ...{ atMs: start + hours * hourMs, kind: "exchange", lastValue, firstValue },
});
const rollover = (hours: number): RegisterEvent => ({ ...exchange(hours, null, null), kind: "rollover" });
const setup = (events: readonly RegisterEvent[], wrapsAt: number | null = 2 ** 32): RegisterSetup => ({
  kind: "index",
  parameters: [{ ...always, unitPerCount: 1, ctRatio: 1, wrapsAt, maxPerHour: 100 }],
  kwhPerUnit: [{ ...always, kwhPerUnit: 1 }],
  events,
});
const everything = { fromMs: start - 10_000 * hourMs, toMs: start + 100_000 * hourMs };
const compute = (readings: readonly RegisterReading[], events: readonly RegisterEvent[], wrapsAt?: number | null) =>
  hourlyConsumption(readings, setup(events, wrapsAt), everything);
const breaksOf = (readings: readonly RegisterReading[], events: readonly RegisterEvent[] = []) =>
  counterBreaks(readings, setup(events), everything);
const sum = (hours: readonly HourlyConsumption[]) => hours.reduce((total, { native }) => total + (native ?? 0), 0);

describe("an exchange", () => {
  it("with both indexes loses nothing, whenever it happened", () => {
    const amounts = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.tuple(amounts, amounts, amounts, amounts),
        fc.integer({ min: 0, max: 1_000_000 }),
        (minute, [before, old, fresh, after], first) => {
          const moment = 1 + minute / 601;
          const readings = [at(0, 500), at(1, 500 + before), at(2, first + fresh), at(3, first + fresh + after)];
          const hours = compute(readings, [exchange(moment, 500 + before + old, first)]);
          expect(sum(hours)).toBeCloseTo(before + old + fresh + after, 6);
          expect(hours.every(({ missingShare }) => missingShare === 0)).toBe(true);
        },
      ),
    );
  });

  it("with one index leaves the other side missing, and says why", () => {
    const readings = [at(0, 500), at(1, 510), at(3, 12), at(4, 20)];
    const [, old, fresh, later] = compute(readings, [exchange(2, 518, null)]);
    expect(old).toMatchObject({ native: 8, measuredShare: 1, reasons: 0 });
    expect(fresh).toMatchObject({ native: null, missingShare: 1, reasons: hourReason.counterBreak });
    expect(later).toMatchObject({ native: 8, measuredShare: 1 });
  });

  it("may be one of several, and may come with another device", () => {
    const readings = [at(0, 500), at(3, 7, { assignment: 2 })];
    const hours = compute(readings, [exchange(1, 510, 0), exchange(2, 20, 4)]);
    expect(hours.map(({ native }) => native)).toEqual([10, 20, 3]);
  });

  it("counts before the first reading and after the last, where its index was written down", () => {
    const readings = [at(2, 30), at(3, 40)];
    const hours = compute(readings, [exchange(0, null, 10), exchange(5, 44, 0)]);
    expect(hours.map(({ native }) => native)).toEqual([10, 10, 10, 2, 2]);
    expect(hours[4]).toMatchObject({ estimatedShare: 1, reasons: hourReason.longGap });
  });

  it("may pass the highest count of either meter on the way", () => {
    const hours = compute([at(0, 995), at(2, 3)], [exchange(1, 5, 998)], 1000);
    expect(hours.map(({ native }) => native)).toEqual([10, 5]);
  });

  it("explains a fall: no break is left", () => {
    const readings = [at(0, 500), at(1, 510), at(2, 3)];
    expect(breaksOf(readings)).toEqual([
      { fromMs: start + hourMs, fromValue: 510, toMs: start + 2 * hourMs, toValue: 3 },
    ]);
    expect(breaksOf(readings, [exchange(1.5, 512, 0)])).toEqual([]);
    expect(breaksOf(readings, [exchange(1.5, null, null)])).toEqual([]);
  });

  it("with a last index below the reading before is no explanation", () => {
    const readings = [at(0, 500), at(1, 510), at(2, 3)];
    expect(breaksOf(readings, [exchange(1.5, 505, 0)])).toHaveLength(1);
    expect(compute(readings, [exchange(1.5, 505, 0)])[1]).toMatchObject({
      native: 3,
      measuredShare: 0.5,
      missingShare: 0.5,
    });
  });
});

describe("a rollover that a person has seen", () => {
  it("counts however implausible, and once more for each", () => {
    const readings = [at(0, 90_000), at(1, 10)];
    expect(sum(compute(readings, [], 100_000))).toBe(0);
    expect(sum(compute(readings, [rollover(0.5)], 100_000))).toBe(10_010);
    expect(sum(compute(readings, [rollover(0.4), rollover(0.5)], 100_000))).toBe(110_010);
    expect(counterBreaks(readings, setup([rollover(0.5)], 100_000), everything)).toEqual([]);
  });

  it("is nothing where the register has no width", () => {
    expect(compute([at(0, 9), at(1, 1)], [rollover(0.5)], null)[0]).toMatchObject({ missingShare: 1 });
  });
});

describe("breaks", () => {
  it("are those that end in the period asked for", () => {
    const readings = [at(0, 500), at(1, 3), at(2, 500), at(3, 2)];
    const between = (from: number, to: number) =>
      counterBreaks(readings, setup([]), { fromMs: start + from * hourMs, toMs: start + to * hourMs }).map(
        (b) => b.toValue,
      );
    expect([between(-1, 9), between(1, 3), between(0, 1)]).toEqual([[3, 2], [2], [3]]);
  });

  it("are none where a wrong value is void, or where another device took over", () => {
    expect(breaksOf([at(0, 500), at(1, 9, { quality: readingQuality.suspect }), at(2, 510)])).toEqual([]);
    expect(breaksOf([at(0, 500), at(1, 9, { assignment: 2 })])).toEqual([]);
  });
});

it("every hour that is not wholly measured says why, and no other does", () => {
  const readings = fc.array(
    fc.record({
      step: fc.integer({ min: 1, max: 300 }),
      value: fc.integer({ min: 0, max: 3_000 }),
      quality: fc.constantFrom(0, 0, 0, 1, 2),
    }),
    { minLength: 2, maxLength: 40 },
  );
  fc.assert(
    fc.property(readings, fc.constantFrom("index", "interval", "power"), (steps, kind) => {
      let minutes = 0;
      const list = steps.map(({ step, value, quality }) => {
        minutes += step;
        return at(minutes / 60, value, { quality });
      });
      for (const hour of hourlyConsumption(list, { ...setup([]), kind }, everything))
        expect([hour.measuredShare === 1, hour]).toEqual([reasonNames(hour.reasons).length === 0, hour]);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourlyConsumption } from "./hourly-consumption.ts";
import { readingQuality } from "./reading-quality.ts";
import type { RegisterParameter, RegisterReading, RegisterSetup } from "./register.ts";
import { hourMs } from "./span.ts";

const start = Date.UTC(2026, 2, 28);
const always = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
const parameter: RegisterParameter = { ...always, unitPerCount: 1, ctRatio: 1, wrapsAt: null, maxPerHour: 100 };
const electricity: RegisterSetup = {
  kind: "index",
  parameters: [parameter],
  kwhPerUnit: [{ ...always, kwhPerUnit: 1 }],
  events: [],
};
const everything = { fromMs: start - 1000 * hourMs, toMs: start + 100_000 * hourMs };

const at = (hours: number, value: number, changes: Partial<RegisterReading> = {}): RegisterReading => ({
  assignment: 1,
  timeMs: start + hours * hourMs,
  value,
  quality: 0,
  ...changes,
});
const compute = (readings: readonly RegisterReading[], setup: Partial<RegisterSetup> = {}) =>
  hourlyConsumption(readings, { ...electricity, ...setup }, everything);
const hour = (hours: number) => start + hours * hourMs;
const sum = (hours: readonly HourlyConsumption[]) => hours.reduce((total, { native }) => total + (native ?? 0), 0);
const every10Minutes = (fromHour: number, toHour: number, valueAt: (hours: number) => number) =>
  Array.from({ length: (toHour - fromHour) * 6 + 1 }, (_, n) => at(fromHour + n / 6, valueAt(fromHour + n / 6)));

describe("apportioning", () => {
  it("deals what passed between two readings out by time", () => {
    expect(compute([at(0.5, 100), at(1.25, 106)])).toEqual([
      {
        hourMs: hour(0),
        native: 4,
        energyKwh: 4,
        measuredShare: 0.5,
        estimatedShare: 0,
        missingShare: 0.5,
        reasons: 4,
      },
      {
        hourMs: hour(1),
        native: 2,
        energyKwh: 2,
        measuredShare: 0.25,
        estimatedShare: 0,
        missingShare: 0.75,
        reasons: 4,
      },
    ]);
  });

  it("says nothing before the first reading nor after the last", () => {
    expect(compute([])).toEqual([]);
    expect(compute([at(5, 10)])).toEqual([]);
    expect(compute([at(5, 10), at(6, 12)]).map(({ hourMs }) => hourMs)).toEqual([hour(5)]);
  });

  it("marks a gap estimated and keeps its energy", () => {
    const hours = compute([...every10Minutes(0, 3, (h) => 6 * h), ...every10Minutes(8, 9, (h) => 6 * h)]);
    expect(hours.map(({ estimatedShare }) => estimatedShare)).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 0]);
    expect(sum(hours)).toBeCloseTo(54, 9);
  });

  it("learns that a register is read once a day", () => {
    const daily = Array.from({ length: 30 }, (_, day) => at(day * 24, day * 24));
    const hours = compute(daily.filter((_, day) => day !== 20 && day !== 21));
    const isEstimated = (day: number) => hours[day * 24]?.estimatedShare === 1;
    // The first intervals have nothing to be compared with; 72 h are more than twice a day.
    expect([0, 2, 3, 18, 19, 21, 22].map(isEstimated)).toEqual([true, true, false, false, true, true, false]);
  });

  it("marks what rests on an estimated index estimated, and does not read a suspect one", () => {
    const estimated = at(1, 5, { quality: readingQuality.estimatedAtSource });
    const suspect = at(1.5, 9_999, { quality: readingQuality.suspect });
    expect(compute([at(0, 0), estimated, suspect, at(2, 10), at(3, 15)])).toMatchObject([
      { native: 5, estimatedShare: 1 },
      { native: 5, estimatedShare: 1 },
      { native: 5, measuredShare: 1 },
    ]);
  });
});

describe("steps back", () => {
  const withWidth = (wrapsAt: number | null, maxPerHour = 100) => ({
    parameters: [{ ...parameter, wrapsAt, maxPerHour }],
  });

  it("is a rollover at any width, where the flow is plausible", () => {
    const widths = fc.oneof(
      fc.constantFrom(2 ** 16, 2 ** 24, 2 ** 32),
      fc.integer({ min: 3, max: 12 }).map((d) => 10 ** d),
    );
    fc.assert(
      fc.property(widths, fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 98 }), (width, before, after) => {
        const hours = compute([at(0, width - before), at(1, after)], withWidth(width, 200));
        expect(hours).toMatchObject([{ native: before + after, measuredShare: 1 }]);
      }),
    );
  });

  it("is a reset where it is not, or where the register never wraps: missing, and nothing is invented", () => {
    for (const width of [null, 1_000_000]) {
      const hours = compute([at(0, 5_000), at(1, 5_010), at(2, 3), at(3, 8)], withWidth(width));
      expect(hours).toMatchObject([
        { native: 10, measuredShare: 1 },
        { native: null, energyKwh: null, missingShare: 1 },
        { native: 5, measuredShare: 1 },
      ]);
    }
  });

  it("lets one count pass at any moment, however much it is worth", () => {
    const readings = [at(0, 999), at(0.001, 0)];
    const heavy = { parameters: [{ ...parameter, wrapsAt: 1_000, unitPerCount: 10, maxPerHour: 1 }] };
    expect(sum(compute(readings, heavy))).toBeCloseTo(10, 9);
  });

  it("never gives a negative hour", () => {
    const readings = fc.array(fc.integer({ min: 0, max: 70_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        readings,
        fc.constantFrom(null, 65_536),
        fc.constantFrom("index", "interval", "power"),
        (values, width, kind) => {
          const hours = compute(
            values.map((value, n) => at(n * 0.7, value - 10)),
            { ...withWidth(width), kind },
          );
          for (const { native } of hours) expect(native ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("what values mean", () => {
  const change = hour(1.5);
  const parameters = [
    { ...parameter, toMs: change },
    { ...parameter, fromMs: change, ctRatio: 10 },
  ];

  it("changes at the boundary, in the middle of an hour and of an interval", () => {
    expect(compute([at(1, 0), at(2, 8), at(3, 9)], { parameters })).toMatchObject([{ native: 4 + 40 }, { native: 10 }]);
  });

  it("is unknown where no parameter holds: missing", () => {
    expect(compute([at(1, 0), at(2, 8)], { parameters: parameters.slice(1) })).toMatchObject([
      { native: 40, measuredShare: 0.5, missingShare: 0.5 },
    ]);
  });

  it("has energy only where a coefficient holds", () => {
    const kwhPerUnit = [{ fromMs: hour(0), toMs: change, kwhPerUnit: 11 }];
    const hours = compute([at(0, 0), at(1, 2), at(2, 4)], { kwhPerUnit });
    expect(hours).toMatchObject([
      { native: 2, energyKwh: 22 },
      { native: 2, energyKwh: null },
    ]);
  });

  it("says nothing across two points", () => {
    const hours = compute([at(0, 10), at(1, 20), at(2, 5_000, { assignment: 2 }), at(3, 5_003, { assignment: 2 })]);
    expect(hours.map(({ native }) => native)).toEqual([10, null, 3]);
  });
});

describe("an interval register", () => {
  const kind = "interval";

  it("counts each value in the interval that ends at its time", () => {
    expect(compute([at(0, 7), at(0.5, 1), at(1, 2), at(1.5, 3)], { kind })).toMatchObject([
      { native: 3, measuredShare: 1 },
      { native: 3, measuredShare: 0.5, missingShare: 0.5 },
    ]);
  });

  it("does not stretch a value over intervals that are not there", () => {
    const values = [0, 1, 2, 3, 4, 9, 10].map((hours) => at(hours, 2));
    const hours = compute(values, { kind });
    expect(hours.map(({ native }) => native)).toEqual([2, 2, 2, 2, null, null, null, null, 2, 2]);
  });
});

describe("a power register", () => {
  const kind = "power";

  it("is integrated by trapezoids, cut exactly at the hour", () => {
    const parameters = [{ ...parameter, unitPerCount: 0.001 }];
    const hours = compute([at(0.5, 1_000), at(1.5, 3_000)], { kind, parameters });
    expect(hours).toMatchObject([
      { native: 0.75, measuredShare: 0.5 },
      { native: 1.25, measuredShare: 0.5 },
    ]);
  });

  it("says nothing of a long gap", () => {
    const hours = compute([...every10Minutes(0, 2, () => 6), ...every10Minutes(5, 6, () => 6)], { kind });
    expect(hours.map(({ native }) => native && Math.round(native))).toEqual([6, 6, null, null, null, 6]);
  });
});

const history = fc
  .array(fc.record({ minutes: fc.integer({ min: 1, max: 600 }), counts: fc.integer({ min: 0, max: 50 }) }), {
    minLength: 2,
    maxLength: 80,
  })
  .map((steps) => {
    let minutes = 0;
    let value = 1_000;
    return steps.map((step) => {
      minutes += step.minutes;
      value += step.counts;
      return at(minutes / 60, value);
    });
  });

describe("the invariant", () => {
  it("sums up to the difference of the register, over any readings", () => {
    fc.assert(
      fc.property(history, (readings) => {
        const expected = (readings.at(-1)?.value ?? 0) - (readings[0]?.value ?? 0);
        expect(sum(compute(readings))).toBeCloseTo(expected, 6);
      }),
    );
  });

  it("holds between any two readings that lie on the hour", () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (readings, a, b) => {
        const onTheHour = readings.map((reading, n) => ({ ...reading, timeMs: start + n * hourMs * (1 + (n % 3)) }));
        onTheHour.sort((x, y) => x.timeMs - y.timeMs);
        const distinct = onTheHour.filter((reading, n) => reading.timeMs !== onTheHour[n - 1]?.timeMs);
        distinct.sort((x, y) => x.timeMs - y.timeMs);
        const growing = distinct.map((reading, n) => ({ ...reading, value: n * 3 + (readings[n]?.value ?? 0) }));
        const [from, to] = [a % growing.length, b % growing.length].sort((x, y) => x - y);
        const first = growing[from ?? 0];
        const last = growing[to ?? 0];
        if (first === undefined || last === undefined) return;
        const hours = hourlyConsumption(growing, electricity, { fromMs: first.timeMs, toMs: last.timeMs });
        expect(sum(hours)).toBeCloseTo(last.value - first.value, 6);
      }),
    );
  });

  it("has shares that sum to 1, and null exactly where all is missing", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("index", "interval", "power"), (readings, kind) => {
        for (const { native, measuredShare, estimatedShare, missingShare } of compute(readings, { kind })) {
          expect(measuredShare + estimatedShare + missingShare).toBeCloseTo(1, 12);
          expect(native === null).toBe(missingShare === 1);
        }
      }),
    );
  });

  it("gives the same in parts as in one, with no more readings than the engine asks for", () => {
    fc.assert(
      fc.property(history, fc.nat(400), fc.constantFrom("index", "interval", "power"), (readings, cut, kind) => {
        const setup = { ...electricity, kind };
        const middle = start + cut * hourMs;
        const before = { ...everything, toMs: middle };
        const after = { ...everything, fromMs: middle };
        const asked = (fromMs: number, toMs: number) => {
          const upTo = readings.filter(({ timeMs }) => timeMs <= fromMs).slice(-13);
          const within = readings.filter(({ timeMs }) => timeMs > fromMs && timeMs < toMs);
          const beyond = readings.filter(({ timeMs }) => timeMs >= toMs && timeMs > fromMs).slice(0, 1);
          return [...upTo, ...within, ...beyond];
        };
        const parts = [before, after].flatMap((period) =>
          hourlyConsumption(asked(period.fromMs, period.toMs), setup, period),
        );
        expect(parts).toEqual(hourlyConsumption(readings, setup, everything));
      }),
      { numRuns: 500 },
    );
  });

  it("reaches no further than the reading before and 13 after a reading that changed", () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.constantFrom("index", "interval", "power"), (readings, pick, kind) => {
        const changed = pick % readings.length;
        const without = readings.filter((_, n) => n !== changed);
        const fromMs = readings[changed - 1]?.timeMs ?? Number.NEGATIVE_INFINITY;
        const toMs = readings[changed + 13]?.timeMs ?? Number.POSITIVE_INFINITY;
        const outside = ({ hourMs: hour }: HourlyConsumption) => hour + hourMs <= fromMs || hour >= toMs;
        expect(compute(without, { kind }).filter(outside)).toEqual(compute(readings, { kind }).filter(outside));
      }),
      { numRuns: 500 },
    );
  });
});

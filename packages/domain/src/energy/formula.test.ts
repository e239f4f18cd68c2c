import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFormula } from "./evaluate-formula.ts";
import type { Formula } from "./formula.ts";
import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourReason } from "./hour-reason.ts";
import { hourMs } from "./span.ts";

const day = Array.from({ length: 24 }, (_, n) => n * hourMs);
const hour = (n: number, kwh: number | null, measured = 1, estimated = 0, reasons = 0): HourlyConsumption => ({
  hourMs: n * hourMs,
  native: kwh,
  energyKwh: kwh,
  measuredShare: measured,
  estimatedShare: estimated,
  missingShare: 1 - measured - estimated,
  reasons,
});
type Hours = readonly HourlyConsumption[];
const toMap = (hours: Hours) => new Map(hours.map((at) => [at.hourMs, at]));
const evaluate = (formula: Formula, inputs: Readonly<Record<string, Hours>>) =>
  evaluateFormula(formula, new Map(Object.entries(inputs).map(([key, hours]) => [key, [toMap(hours)]])), [day]);
const a = { register: "a" };
const b = { register: "b" };
const sumOf = (hours: Hours) => hours.reduce((total, { energyKwh }) => total + (energyKwh ?? 0), 0);

describe("sum", () => {
  it("adds what is known and is as incomplete as its worst part", () => {
    expect(evaluate({ op: "sum", of: [a, b] }, { a: [hour(0, 2)], b: [hour(0, 3, 0.25, 0.25, 4)] })).toEqual([
      { ...hour(0, 5, 0.25, 0.25), reasons: hourReason.nothingHeard | hourReason.partOfVirtual },
    ]);
  });

  it("takes a part without an hour as missing, never as 0, and leaves out what no part tells of", () => {
    expect(evaluate({ op: "sum", of: [a, b] }, { a: [hour(1, 2)] })).toMatchObject([
      { hourMs: hourMs, energyKwh: 2, missingShare: 1, reasons: hourReason.nothingHeard | hourReason.partOfVirtual },
    ]);
    expect(evaluate({ op: "sum", of: [a, b] }, {})).toEqual([]);
  });
});

describe("difference", () => {
  it("keeps what is below zero and says so", () => {
    const formula: Formula = { op: "difference", from: a, minus: [b] };
    expect(evaluate(formula, { a: [hour(0, 2)], b: [hour(0, 5)] })).toEqual([
      hour(0, -3, 1, 0, hourReason.negativeRemainder),
    ]);
  });

  it("is missing where any part is missing in part", () => {
    const formula: Formula = { op: "difference", from: a, minus: [b] };
    expect(evaluate(formula, { a: [hour(0, 2)], b: [hour(0, 1, 0.5)] })).toMatchObject([
      { native: null, energyKwh: null, missingShare: 1, reasons: hourReason.partOfVirtual },
    ]);
  });
});

it("shares conserve: the shares of all tenants add up to the whole", () => {
  const areas = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 });
  const kwh = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(areas, kwh, (parts, energy) => {
      const whole = parts.reduce((x, y) => x + y, 0);
      const shares = parts.map((part) => evaluate({ op: "share", of: a, part, whole }, { a: [hour(3, energy)] }));
      expect(sumOf(shares.flat())).toBeCloseTo(energy, 6);
    }),
  );
});

it("children and remainder are the parent, in every hour that all know", () => {
  const values = fc.array(fc.tuple(fc.nat(1000), fc.nat(400), fc.nat(400)), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(values, (rows) => {
      const inputs = {
        a: rows.map(([parent], n) => hour(n, parent)),
        b: rows.map(([, child], n) => hour(n, child)),
        c: rows.map(([, , child], n) => hour(n, child)),
      };
      const children: Formula = { op: "sum", of: [b, { register: "c" }] };
      const rest: Formula = { op: "difference", from: a, minus: [b, { register: "c" }] };
      const whole = evaluate({ op: "sum", of: [children, rest] }, inputs);
      expect(whole.map(({ energyKwh }) => energyKwh)).toEqual(rows.map(([parent]) => parent));
    }),
  );
});

describe("prefer", () => {
  const prefer: Formula = { op: "prefer", of: [a, b] };
  const known = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 24, maxLength: 24 });

  it("is the better source, unchanged, where that knows all", () => {
    fc.assert(
      fc.property(known, known, (better, worse) => {
        const hours = better.map((kwh, n) => hour(n, kwh));
        expect(evaluate(prefer, { a: hours, b: worse.map((kwh, n) => hour(n, kwh)) })).toEqual(hours);
      }),
    );
  });

  it("gives the day that the lower source counted, whichever hours the better lacks, where something is left", () => {
    const lacks = fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 23 });
    fc.assert(
      fc.property(known, lacks, fc.integer({ min: 0, max: 500 }), (better, gaps, rest) => {
        const hours = better.map((kwh, n) => hour(n, kwh)).filter((_, n) => !gaps.includes(n));
        const total = sumOf(hours) + rest;
        fc.pre(total > 0);
        const flat = day.map((_, n) => hour(n, total / 24));
        const result = evaluate(prefer, { a: hours, b: flat });
        expect(sumOf(result)).toBeCloseTo(total, 6);
        for (const gap of gaps)
          expect(result[gap]).toMatchObject({
            estimatedShare: 1,
            reasons: hourReason.otherSource | hourReason.partOfVirtual,
          });
        for (const at of hours) expect(result).toContainEqual(at);
      }),
    );
  });

  it("takes the lower's own hours where the better counted more than the lower's day", () => {
    const result = evaluate(prefer, { a: [hour(0, 1000)], b: day.map((_, n) => hour(n, 1)) });
    expect(result.map(({ energyKwh }) => energyKwh)).toEqual([1000, ...Array<number>(23).fill(1)]);
    expect(result[1]).toMatchObject({ measuredShare: 1, reasons: hourReason.otherSource });
  });

  it("takes measured before estimated", () => {
    const result = evaluate(prefer, { a: [hour(0, 7, 0, 1, 1)], b: [hour(0, 5)] });
    expect(result).toMatchObject([{ energyKwh: 5, measuredShare: 1, reasons: hourReason.otherSource }]);
  });
});

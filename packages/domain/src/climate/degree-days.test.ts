import fc from "fast-check";
import { expect, test } from "vitest";
import {
  costicCooling,
  costicHeating,
  type DayExtremes,
  hourlyCooling,
  hourlyHeating,
  meteoCooling,
  meteoHeating,
} from "./degree-days.ts";

const celsius = fc.double({ min: -40, max: 50, noNaN: true });
const day = fc.tuple(celsius, celsius).map(([a, b]): DayExtremes => ({ minC: Math.min(a, b), maxC: Math.max(a, b) }));
const methods = [meteoHeating, costicHeating, meteoCooling, costicCooling];

test("a day from 10 to 20 °C has 3.0 and 3.328 K·day below 18", () => {
  expect(meteoHeating({ minC: 10, maxC: 20 }, 18)).toBe(3);
  expect(costicHeating({ minC: 10, maxC: 20 }, 18)).toBeCloseTo(3.328, 10);
});

test("cooling is the mirror: a day from 20 to 30 °C above 22", () => {
  expect(meteoCooling({ minC: 20, maxC: 30 }, 22)).toBe(3);
  expect(costicCooling({ minC: 20, maxC: 30 }, 22)).toBeCloseTo(3.328, 10);
});

test("hours: half a day at 6 °C, half at 20", () => {
  const hours = [...Array<number>(12).fill(6), ...Array<number>(12).fill(20)];
  expect(hourlyHeating(hours, 18)).toBe(6);
  expect(hourlyCooling(hours, 18)).toBe(1);
});

test("both methods agree on a day that never passes the base", () => {
  fc.assert(
    fc.property(day, celsius, (extremes, base) => {
      if (extremes.maxC <= base) expect(costicHeating(extremes, base)).toBe(meteoHeating(extremes, base));
      if (extremes.minC >= base) expect(costicHeating(extremes, base)).toBe(0);
    }),
  );
});

test("never below 0; heating grows with the base, cooling falls", () => {
  fc.assert(
    fc.property(day, celsius, fc.double({ min: 0, max: 10, noNaN: true }), (extremes, base, step) => {
      for (const method of methods) expect(method(extremes, base)).toBeGreaterThanOrEqual(0);
      for (const method of [meteoHeating, costicHeating])
        expect(method(extremes, base + step)).toBeGreaterThanOrEqual(method(extremes, base) - 1e-9);
      for (const method of [meteoCooling, costicCooling])
        expect(method(extremes, base + step)).toBeLessThanOrEqual(method(extremes, base) + 1e-9);
    }),
  );
});

test("nothing jumps where a temperature passes the base", () => {
  fc.assert(
    fc.property(day, celsius, fc.constantFrom("minC" as const, "maxC" as const), (extremes, base, which) => {
      const around = (offset: number) => {
        const moved = { ...extremes, [which]: base + offset };
        return { minC: Math.min(moved.minC, moved.maxC), maxC: Math.max(moved.minC, moved.maxC) };
      };
      const epsilon = 1e-7;
      for (const method of methods)
        expect(Math.abs(method(around(epsilon), base) - method(around(-epsilon), base))).toBeLessThan(1e-6);
    }),
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { readDecimal, readOptionalDecimal, writeDecimal } from "./decimal.ts";

it("reads numbers as people write them, and nothing else", () => {
  expect(["0,152", "1 234,5", "1\u202f234.5", "−3", ".5", "12,"].map(readDecimal)).toEqual([
    0.152, 1234.5, 1234.5, -3, 0.5, 12,
  ]);
  expect(["", "abc", "1,2,3", "1.234,5", "-", "1e3", "12 €"].map(readDecimal)).toEqual(Array(7).fill(undefined));
  expect([readOptionalDecimal(" "), readOptionalDecimal("x"), readOptionalDecimal("2")]).toEqual([null, undefined, 2]);
});

it("reads back what it wrote, in both languages", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom("fr", "en"), (tenThousandths, language) => {
      const value = tenThousandths / 10_000;
      expect(readDecimal(writeDecimal(value, language))).toBe(value);
    }),
  );
});

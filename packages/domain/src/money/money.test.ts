import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayOf } from "./calendar-day.ts";
import { type ContractTerms, type Price, priceKinds } from "./contract-terms.ts";
import { commonCurrency, MixedCurrencyError } from "./currency.ts";
import { fixedCost } from "./fixed-cost.ts";
import { roundToCents } from "./round-to-cents.ts";
import { unitRates } from "./unit-rates.ts";
import { type DayQuantity, variableCost } from "./variable-cost.ts";

const price = (given: Partial<Price>): Price => ({
  label: "Part variable",
  kind: "per_kwh",
  tariffClass: null,
  amount: 0.15,
  isTax: false,
  vatPercent: 20,
  from: "2025-01-01",
  to: null,
  ...given,
});
const contract = (prices: readonly Price[], given: Partial<ContractTerms> = {}): ContractTerms => ({
  currency: "EUR",
  subscribedPowerKva: 36,
  schedule: null,
  from: "2025-01-01",
  to: null,
  prices,
  ...given,
});

const first = dayNumber("2025-01-01");
const day = fc.integer({ min: 0, max: 800 }).map((n) => dayOf(first + n));
const anyPrice = fc
  .record({
    kind: fc.constantFrom(...priceKinds),
    tariffClass: fc.constantFrom(null, "HP", "hc"),
    amount: fc.integer({ min: -2000, max: 200_000 }).map((n) => n / 1000),
    vatPercent: fc.constantFrom(5.5, 20),
    isTax: fc.boolean(),
    from: day,
    to: fc.option(day),
  })
  .filter(({ from, to }) => to === null || from < to)
  .map((given) => price(given));
const anyContract = fc
  .record({ prices: fc.array(anyPrice, { maxLength: 8 }), from: day, to: fc.option(day) })
  .map(({ prices, ...range }) => contract(prices, range));
const quantities = fc.array(
  fc.record({
    day,
    tariffClass: fc.constantFrom("HP", "HC", "base"),
    energyKwh: fc.option(fc.double({ min: 0, max: 5000, noNaN: true })),
    native: fc.double({ min: 0, max: 500, noNaN: true }),
  }),
  { maxLength: 30 },
);

test("cost is additive over any partition of the period", () => {
  fc.assert(
    fc.property(anyContract, fc.array(day, { minLength: 2, maxLength: 9 }), (terms, days) => {
      const edges = [...days].sort();
      const whole = fixedCost(terms, edges[0] ?? "", edges.at(-1) ?? "");
      const parts = edges.slice(1).map((to, index) => fixedCost(terms, edges[index] ?? "", to));
      expect(parts.reduce((sum, { exclTax }) => sum + exclTax, 0)).toBeCloseTo(whole.exclTax, 6);
      expect(parts.reduce((sum, { inclTax }) => sum + inclTax, 0)).toBeCloseTo(whole.inclTax, 6);
    }),
  );
  fc.assert(
    fc.property(anyContract, quantities, day, (terms, used, cut) => {
      const [whole, early, late] = [used, used.filter((q) => q.day < cut), used.filter((q) => q.day >= cut)].map(
        (part) => variableCost(terms, part),
      );
      expect((early?.inclTax ?? 0) + (late?.inclTax ?? 0)).toBeCloseTo(whole?.inclTax ?? 0, 5);
      expect((early?.withoutPrice.length ?? 0) + (late?.withoutPrice.length ?? 0)).toBe(whole?.withoutPrice.length);
    }),
  );
});

test("a price that changes in the middle is the same as two contracts that meet there", () => {
  const change = "2025-08-01";
  const [old, next] = [price({ to: change }), price({ amount: 0.21, from: change })];
  const rent = [
    price({ kind: "per_year", amount: 365, to: change }),
    price({ kind: "per_year", amount: 730, from: change }),
  ];
  const used = ["2025-07-31", "2025-08-01"].map((on) => ({
    day: on,
    tariffClass: "base",
    energyKwh: 100,
    native: 100,
  }));
  expect(variableCost(contract([old, next]), used).exclTax).toBeCloseTo(15 + 21, 9);
  expect(fixedCost(contract(rent), "2025-07-31", "2025-08-02").exclTax).toBeCloseTo(1 + 2, 9);
});

test("fixed costs go by local days: a year is paid whole, leap or with days of 23 and 25 hours, and nothing outside the contract", () => {
  const terms = contract([price({ kind: "per_kva_year", amount: 10 }), price({ kind: "per_month", amount: 30 })]);
  expect(fixedCost(terms, "2025-01-01", "2026-01-01").exclTax).toBeCloseTo(360 + 360, 9);
  expect(fixedCost(terms, "2028-01-01", "2029-01-01").exclTax).toBeCloseTo(360 + 360, 9);
  // 30 March 2025 had 23 hours.
  const daily = contract([price({ kind: "per_day", amount: 1, vatPercent: 5.5 })]);
  expect(fixedCost(daily, "2025-03-30", "2025-03-31")).toEqual({ exclTax: 1, inclTax: 1.055 });
  expect(fixedCost(daily, "2024-12-20", "2025-01-03").exclTax).toBe(2);
  expect(fixedCost(daily, "2025-01-03", "2025-01-01").exclTax).toBe(0);
});

test("VAT is each component's own, and a tax is paid on the energy that has a price", () => {
  const terms = contract([price({}), price({ label: "Accise", amount: 0.02, isTax: true, vatPercent: 5.5 })]);
  const cost = variableCost(terms, [{ day: "2025-05-05", tariffClass: "base", energyKwh: 1000, native: null }]);
  expect(cost.exclTax).toBeCloseTo(170, 9);
  expect(cost.inclTax).toBeCloseTo(150 * 1.2 + 20 * 1.055, 9);
});

test("what has no price is named, never free: another class, a day before the prices, a tax alone, kWh unknown", () => {
  const terms = contract([price({ tariffClass: "HP", from: "2025-02-01" }), price({ label: "Accise", isTax: true })]);
  const used: DayQuantity[] = [
    { day: "2025-03-01", tariffClass: "hp", energyKwh: 10, native: null },
    { day: "2025-03-01", tariffClass: "HC", energyKwh: 10, native: null },
    { day: "2025-01-31", tariffClass: "HP", energyKwh: 10, native: null },
    { day: "2025-03-01", tariffClass: "HP", energyKwh: null, native: 10 },
  ];
  expect(variableCost(terms, used).withoutPrice).toEqual(used.slice(1));
  expect(unitRates(terms, "HC")).toEqual([]);
});

test("amounts are rounded once, half a cent away from zero, and currencies are never mixed", () => {
  expect([1.005, -1.005, 2.344999, 0.001, -0.001].map(roundToCents)).toEqual([1.01, -1.01, 2.34, 0, 0]);
  expect(commonCurrency(["EUR", "EUR"])).toBe("EUR");
  expect(commonCurrency([])).toBeNull();
  expect(() => commonCurrency(["EUR", "CHF"])).toThrow(MixedCurrencyError);
});

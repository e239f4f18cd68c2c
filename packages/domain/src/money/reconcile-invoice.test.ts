import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContractTerms } from "./contract-terms.ts";
import { daysWithin } from "./fixed-cost.ts";
import { type BilledUse, type MeasuredDay, reconcileInvoice } from "./reconcile-invoice.ts";

const january = daysWithin("2026-01-01", "2026-02-01");
const measuredDays = (given: Partial<MeasuredDay> = {}): MeasuredDay[] =>
  january.map((day) => ({
    day,
    tariffClass: "base",
    energyKwh: 110,
    native: 10,
    knownHours: 24,
    dayHours: 24,
    ...given,
  }));
const bill = (given: Partial<BilledUse> = {}): BilledUse => ({
  from: "2026-01-01",
  to: "2026-02-01",
  kind: "actual",
  energyKwh: 31 * 110,
  native: null,
  amountExclTax: 31 * 110 * 0.1 + 31,
  ...given,
});
const contract: ContractTerms = {
  currency: "EUR",
  subscribedPowerKva: null,
  schedule: null,
  from: "2025-01-01",
  to: null,
  prices: [
    {
      label: "kWh",
      kind: "per_kwh",
      tariffClass: null,
      amount: 0.1,
      isTax: false,
      vatPercent: 20,
      from: "2025-01-01",
      to: null,
    },
    {
      label: "Abonnement",
      kind: "per_day",
      tariffClass: null,
      amount: 1,
      isTax: false,
      vatPercent: 5.5,
      from: "2025-01-01",
      to: null,
    },
  ],
};
const check = (billed: BilledUse, days = measuredDays(), contracts = [contract]) =>
  reconcileInvoice({ billed, days, contracts, tolerance: 0.02 });
const causes = (result: ReturnType<typeof check>) =>
  Object.fromEntries(result.parts.map(({ cause, quantity }) => [cause, Math.round(quantity)]));

test("a right bill agrees in quantity and in price", () => {
  expect(check(bill())).toMatchObject({
    difference: 0,
    completeness: 1,
    quantityVerdict: "agrees",
    priceVerdict: "agrees",
  });
});

test("hours without a measurement explain what is billed beyond it; under half of them nothing is said", () => {
  const holes = measuredDays().map((day, index) =>
    index < 10 ? { ...day, energyKwh: null, native: null, knownHours: 0 } : day,
  );
  const result = check(bill(), holes);
  expect(causes(result)).toEqual({ missing_time: 1100 });
  expect(result).toMatchObject({ quantityVerdict: "explained" });
  const nearlyNone = measuredDays().map((day, index) =>
    index < 20 ? { ...day, energyKwh: null, knownHours: 0 } : day,
  );
  expect(check(bill(), nearlyNone).quantityVerdict).toBe("unknown");
  expect(check(bill(), [])).toMatchObject({ measured: null, difference: null, parts: [], quantityVerdict: "unknown" });
});

test("another gas coefficient, the edge days, a supplier's guess: each is told apart", () => {
  const coefficient = check(bill({ energyKwh: 31 * 10 * 11.6, native: 310 }));
  expect(causes(coefficient)).toEqual({ gas_coefficient: 186 });
  expect(coefficient.quantityVerdict).toBe("explained");
  expect(causes(check(bill({ energyKwh: 31 * 110 + 200 })))).toEqual({ period_edges: 200 });
  const guess = check(bill({ kind: "estimated", energyKwh: 5000 }));
  expect(causes(guess)).toEqual({ supplier_estimate: 5000 - 3410 });
  expect(guess.quantityVerdict).toBe("estimated");
});

test("what a bill rounds to whole kWh and m³ is no difference", () => {
  const little = measuredDays().map((day, index) =>
    index === 3 ? { ...day, energyKwh: 14.4, native: 1.3 } : { ...day, energyKwh: 0, native: 0 },
  );
  expect(check(bill({ energyKwh: 14, native: 1 }), little)).toMatchObject({ quantityVerdict: "agrees" });
  expect(causes(check(bill({ energyKwh: 14, native: 1 }), little))).not.toHaveProperty("gas_coefficient");
});

test("what nothing explains is said, in kWh and in euros", () => {
  const wrong = check(bill({ energyKwh: 4500, amountExclTax: 481 }));
  expect(causes(wrong)).toEqual({ period_edges: 220, unexplained: 870 });
  expect(wrong).toMatchObject({ quantityVerdict: "differs", priceVerdict: "agrees" });
  const dear = check(bill({ amountExclTax: 500 }));
  expect(dear).toMatchObject({ quantityVerdict: "agrees", priceVerdict: "differs" });
  expect(dear.priceDifference).toBeCloseTo(500 - 372, 9);
  expect(check(bill(), measuredDays(), [])).toMatchObject({ expectedExclTax: null, priceVerdict: "unknown" });
  const ending = { ...contract, to: "2026-01-15" };
  expect(check(bill(), measuredDays(), [ending]).priceVerdict).toBe("unknown");
  const idle = measuredDays().map((day) => (day.day < "2026-01-15" ? day : { ...day, energyKwh: 0 }));
  expect(check(bill(), idle, [ending])).toMatchObject({ expectedExclTax: null, priceVerdict: "unknown" });
});

test("water is compared in its own unit", () => {
  const days = measuredDays({ energyKwh: null });
  expect(check(bill({ energyKwh: null, native: 300 }), days)).toMatchObject({
    unit: "native",
    billed: 300,
    measured: 310,
  });
});

test("the parts of a difference always add up to it", () => {
  const quantity = fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }));
  const day = fc.record({ energyKwh: quantity, native: quantity, knownHours: fc.integer({ min: 0, max: 24 }) });
  const billed = fc.record({
    kind: fc.constantFrom("actual", "estimated", "credit"),
    energyKwh: quantity,
    native: quantity,
  });
  fc.assert(
    fc.property(fc.array(day, { maxLength: 31 }), billed, (given, use) => {
      const days = given.map((one, index) => ({
        day: january[index] ?? "",
        tariffClass: "base",
        dayHours: 24,
        ...one,
      }));
      const result = check(bill(use), days);
      if (result.difference === null) return;
      const sum = result.parts.reduce((total, part) => total + part.quantity, 0);
      expect(sum).toBeCloseTo(result.difference, 3);
    }),
  );
});

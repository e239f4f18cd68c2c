import { contractPresets } from "@gtb/domain/money/contract-preset";
import { describe, expect, it } from "vitest";
import { contractOfSchool } from "../../testing/money-samples.ts";
import { draftOf, emptyContract, presetsFor, termsOf, withNewPrices, withPreset } from "./contract-draft.ts";
import { offPeakHours, withOffPeakHours } from "./off-peak-hours.ts";

describe("a contract as it is typed", () => {
  it("is sent as it came when nothing is changed", () => {
    const { supplier, reference, preset, currency, subscribedPowerKva, schedule, from, to, prices } = contractOfSchool;
    const terms = { supplier, reference, preset, currency, subscribedPowerKva, schedule, from, to, prices };
    expect(termsOf(draftOf(contractOfSchool, "fr"))).toEqual(terms);
  });
  it("takes a structure's lines with no price in them, and cannot be sent until all are typed", () => {
    expect(presetsFor("gas").map(({ id }) => id)).toEqual(["gas"]);
    const draft = withPreset({ ...emptyContract, supplier: "Régie", from: "2026-01-01", power: "36" }, "hp_hc", "fr");
    expect(draft.prices.every(({ amount }) => amount === "")).toBe(true);
    expect(termsOf(draft)).toBeUndefined();
    const typed = { ...draft, prices: draft.prices.map((price) => ({ ...price, amount: "0,1" })) };
    expect(termsOf(typed)).toMatchObject({ supplier: "Régie", preset: "hp_hc", to: null, subscribedPowerKva: 36 });
    expect(termsOf(typed)?.prices).toHaveLength(5);
    expect(termsOf({ ...typed, power: "beaucoup" })).toBeUndefined();
  });
  it("says its last day inclusive, and sends the day after", () => {
    const draft = { ...emptyContract, from: "2026-01-01", last: "2026-12-31" };
    expect(termsOf(draft)?.to).toBe("2027-01-01");
  });
  it("keeps old prices until the day before new ones, which have no amount yet", () => {
    const changed = withNewPrices(draftOf(contractOfSchool, "fr"), "2027-02-01");
    expect(changed.prices.map(({ label, from, last, amount }) => [label, from, last, amount])).toEqual([
      ["Abonnement", "", "2027-01-31", "38,5"],
      ["Abonnement", "2027-02-01", "", ""],
      ["Énergie HP", "", "2025-12-31", "0,165"],
      ["Énergie HP", "2026-01-01", "2027-01-31", "0,152"],
      ["Énergie HP", "2027-02-01", "", ""],
    ]);
    expect(new Set(changed.prices.map(({ key }) => key)).size).toBe(5);
  });
});

describe("off-peak hours", () => {
  it("are those that all rules share, and change in each of them; seasons stay", () => {
    const c4 = contractPresets.find(({ id }) => id === "c4")?.schedule ?? null;
    expect(offPeakHours(c4)).toEqual([{ from: "22:00", to: "06:00" }]);
    const changed = c4 && withOffPeakHours(c4, [{ from: "23:30", to: "07:30" }]);
    expect(offPeakHours(changed)).toEqual([{ from: "23:30", to: "07:30" }]);
    expect(changed?.rules.map(({ months }) => months?.length)).toEqual(c4?.rules.map(({ months }) => months?.length));
  });
  it("are not shown where rules differ", () => {
    const rule = (tariffClass: string, from: string) => ({ tariffClass, hours: [{ from, to: "06:00" }] });
    expect(offPeakHours({ rules: [rule("A", "22:00"), rule("B", "23:00")], otherwise: "C" })).toBeUndefined();
    expect(offPeakHours(null)).toBeUndefined();
  });
});

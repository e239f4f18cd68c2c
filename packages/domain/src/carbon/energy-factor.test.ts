import { expect, test } from "vitest";
import { type EnergyFactor, factorPeriods } from "./energy-factor.ts";

const factor = (given: Partial<EnergyFactor>): EnergyFactor => ({
  id: "f",
  kind: "co2e",
  energy: "gas",
  endUse: null,
  value: 0.227,
  basis: "pci",
  year: 2018,
  source: "ministère",
  own: false,
  from: "2018-01-01",
  to: null,
  ...given,
});
const ratio = factor({ id: "r", kind: "pcs_per_pci", value: 1.11, basis: "final" });
const need = { kind: "co2e", energy: "gas", endUse: null } as const;

test("a factor per kWh PCI is divided by the ratio, which is data too; without a ratio there is no factor", () => {
  const periods = factorPeriods([factor({}), ratio], need);
  expect(periods).toMatchObject([{ from: "2018-01-01", to: null, factors: [{ id: "f" }, { id: "r" }] }]);
  expect(periods[0]?.perKwh).toBeCloseTo(0.2045, 4);
  expect(factorPeriods([factor({})], need)).toEqual([]);
  expect(factorPeriods([factor({ basis: "pcs" })], need)[0]?.perKwh).toBe(0.227);
  const lateRatio = { ...ratio, from: "2020-01-01" };
  expect(factorPeriods([factor({}), lateRatio], need)).toMatchObject([{ from: "2020-01-01", to: null }]);
});

test("an organisation's own goes before the platform's, the end use before all uses, each for its time", () => {
  const [all, heating, own] = [
    factor({ id: "all", energy: "electricity", basis: "final", value: 0.064 }),
    factor({ id: "heating", energy: "electricity", basis: "final", value: 0.079, endUse: "heating", to: "2022-01-01" }),
    factor({
      id: "own",
      energy: "electricity",
      basis: "final",
      value: 0.01,
      own: true,
      from: "2021-01-01",
      to: "2021-07-01",
    }),
  ];
  const of = (endUse: string | null) =>
    factorPeriods([all, heating, own], { kind: "co2e", energy: "electricity", endUse }).map(({ from, perKwh }) => [
      from,
      perKwh,
    ]);
  expect(of("heating")).toEqual([
    ["2018-01-01", 0.079],
    ["2021-01-01", 0.01],
    ["2021-07-01", 0.079],
    ["2022-01-01", 0.064],
  ]);
  expect(of("lighting")).toEqual([
    ["2018-01-01", 0.064],
    ["2021-01-01", 0.01],
    ["2021-07-01", 0.064],
  ]);
});

test("days before the first factor are in no period", () => {
  const late = factor({ energy: "heat", basis: "final", from: "2024-01-01", to: "2025-01-01" });
  expect(factorPeriods([late], { kind: "co2e", energy: "heat", endUse: null })).toMatchObject([
    { from: "2024-01-01", to: "2025-01-01", perKwh: 0.227 },
  ]);
  expect(factorPeriods([late], { kind: "co2e", energy: "wood", endUse: null })).toEqual([]);
});

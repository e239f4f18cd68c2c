import { describe, expect, it } from "vitest";
import type { AnalysedSeries, BuildingAnalysis } from "../../api/analysis.ts";
import { meterTree } from "./meter-tree.ts";
import { compareYears, stackOf } from "./stack-of-analysis.ts";

const total = {
  energyKwh: 0,
  native: null,
  cost: null,
  kgCo2e: null,
  primaryKwh: null,
  measuredShare: 1,
  estimatedShare: 0,
  missingShare: 0,
  costedShare: 0,
  reasons: [],
} satisfies AnalysedSeries["total"];

function series(key: string, kwh: readonly (number | null)[], more: Partial<AnalysedSeries> = {}): AnalysedSeries {
  return {
    key,
    label: key,
    energy: "electricity",
    parent: null,
    isRemainder: false,
    nativeUnit: "kW.h",
    energyKwh: [...kwh],
    native: [...kwh],
    cost: kwh.map((value) => (value === null ? null : value / 10)),
    kgCo2e: kwh.map(() => null),
    primaryKwh: kwh.map(() => null),
    measuredShare: kwh.map((value) => (value === null ? 0 : 1)),
    estimatedShare: kwh.map(() => 0),
    missingShare: kwh.map((value) => (value === null ? 1 : 0)),
    reasons: kwh.map((value) => (value === null ? ["nothingHeard"] : [])),
    total: {
      ...total,
      energyKwh: kwh.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null),
    },
    ...more,
  };
}

const days = (year: number) => ["02-27", "02-28", "03-01"].map((day) => `${year}-${day}T00:00:00+01:00`);

function analysis(now: AnalysedSeries[], before: AnalysedSeries[] | null): BuildingAnalysis {
  const part = (year: number, all: AnalysedSeries[]) => {
    const starts = days(year).map((start) => new Date(start));
    return { from: starts[0]!, to: new Date(days(year)[2]!), starts, localStarts: days(year), series: all, total };
  };
  return {
    scope: { kind: "building", id: "b", name: "École" },
    timeZone: "Europe/Paris",
    by: "day",
    groupBy: "energy",
    asOf: null,
    currency: "EUR",
    floorAreaM2: 50,
    heatingKd: null,
    ...part(2026, now),
    previous: before === null ? null : part(2025, before),
    factors: [],
  };
}

const options = {
  now: new Date("2026-03-01T12:00:00Z"),
  labels: days(2026),
  texts: { nameOf: ({ key }: AnalysedSeries) => key, colourOf: () => "#000000" },
};

describe("an analysis as a stack", () => {
  const water = series("water", [null, null, null], { energy: "water", native: [1, 1, 1], cost: [4, 4, 4] });
  const drawn = analysis([series("electricity", [100, 0, null]), water], [series("electricity", [50, null, 80])]);
  it("is given in the unit that is asked, water in euros alone", () => {
    const values = (unit: "kWh" | "perM2" | "eur") =>
      stackOf(drawn, unit, options).parts.map(({ buckets }) => buckets.map(({ value }) => value));
    expect(values("kWh")).toEqual([[100, 0, null]]);
    expect(values("perM2")).toEqual([[2, 0, null]]);
    expect(values("eur")).toEqual([
      [10, 0, null],
      [4, 4, 4],
    ]);
  });
  it("keeps why a bucket is missing, and what is known of it in its own unit", () => {
    const gas = series("gas", [null, 5, 5], { energy: "gas", nativeUnit: "m3", native: [12, 1, 1] });
    const [part] = stackOf(analysis([gas], null), "kWh", options).parts;
    expect(part?.buckets[0]).toMatchObject({
      value: null,
      native: { value: 12, unit: "m3" },
      reasons: ["nothingHeard"],
    });
    expect(part?.buckets[1]?.native).toBeNull();
  });
  it("stands over the same dates of the year before, unknown where that is not whole", () => {
    expect(stackOf(drawn, "kWh", options).earlier).toEqual([50, null, 80]);
  });
  it("is compared over days that are over and whole on both sides", () => {
    const whole = analysis([series("electricity", [100, 40, 9])], [series("electricity", [50, null, 80])]);
    expect(compareYears(stackOf(whole, "kWh", options))).toEqual({
      now: 100,
      earlier: 50,
      change: 1,
      comparedShare: 0.5,
    });
    const none = analysis([series("electricity", [null, null, 9])], [series("electricity", [50, 50, 50])]);
    expect(compareYears(stackOf(none, "kWh", options)).change).toBeNull();
  });
});

describe("meters and their sub-meters", () => {
  const meters = [
    { id: "main", name: "Général", parent: null, energy: "electricity" },
    { id: "kitchen", name: "Cuisine", parent: "main", energy: "electricity" },
    { id: "gas", name: "Gaz", parent: null, energy: "gas" },
  ];
  const rest = (kwh: number | null) => series("main/remainder", [kwh], { isRemainder: true, parent: "main" });
  it("stand as a tree in which parts and remainder make up the parent", () => {
    const lines = meterTree(meters, [series("kitchen", [30]), rest(70), series("gas", [5], { energy: "gas" })]);
    expect(
      lines.map(({ name, depth, energyKwh, share, isRemainder }) => [name, depth, energyKwh, share, isRemainder]),
    ).toEqual([
      ["Général", 0, 100, 1, false],
      ["Cuisine", 1, 30, 0.3, false],
      ["Général", 1, 70, 0.7, true],
      ["Gaz", 0, 5, 1, false],
    ]);
  });
  it("do not make up a parent of which a part is unknown", () => {
    const [parent] = meterTree(meters, [series("kitchen", [null]), rest(null)]);
    expect(parent).toMatchObject({ name: "Général", energyKwh: null, share: null });
  });
  it("keep a remainder below zero as it is", () => {
    const lines = meterTree(meters, [series("kitchen", [110]), rest(-10)]);
    expect(lines.find(({ isRemainder }) => isRemainder)).toMatchObject({ energyKwh: -10, share: -0.1 });
  });
});

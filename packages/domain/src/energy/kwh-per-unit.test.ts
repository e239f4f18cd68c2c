import { expect, it } from "vitest";
import { kwhPerUnit } from "./kwh-per-unit.ts";

const january = { fromMs: Date.UTC(2026, 0), toMs: Date.UTC(2026, 1), kwhPcsPerM3: 11.2 };

it("converts units of energy whatever the energy", () => {
  const factors = ["W.h", "kW.h", "MW.h"].map((unit) => kwhPerUnit({ energy: "heat", unit }, [])[0]?.kwhPerUnit);
  expect(factors).toEqual([0.001, 1, 1000]);
});

it("converts gas by the coefficients of each period", () => {
  expect(kwhPerUnit({ energy: "gas", unit: "m3" }, [january])).toEqual([
    { fromMs: january.fromMs, toMs: january.toMs, kwhPerUnit: 11.2 },
  ]);
  expect(kwhPerUnit({ energy: "gas", unit: "L" }, [january])[0]?.kwhPerUnit).toBeCloseTo(0.0112, 12);
  expect(kwhPerUnit({ energy: "gas", unit: "m3" }, [])).toEqual([]);
});

it("knows no energy in water, nor in a unit that nobody told it", () => {
  expect(kwhPerUnit({ energy: "water", unit: "m3" }, [january])).toEqual([]);
  expect(kwhPerUnit({ energy: "wood", unit: "t" }, [])).toEqual([]);
});

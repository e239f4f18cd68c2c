import { describe, expect, it } from "vitest";
import type { WeekOfEnergy } from "../../api/buildings.ts";
import { addFigures, weekFigures } from "./week-figures.ts";

function week(energy: WeekOfEnergy["energy"], now: number | null, before: number | null, known = 1): WeekOfEnergy {
  const total = (energyKwh: number | null, knownShare: number) => ({ energyKwh, native: null, knownShare });
  return {
    energy,
    nativeUnit: null,
    weekStart: new Date("2026-11-22T23:00:00Z"),
    until: new Date("2026-11-24T10:00:00Z"),
    thisWeek: total(now, known),
    lastWeekSameSpan: total(before, 1),
    lastWeek: total(before === null ? null : before * 3, 1),
  };
}

describe("the week of a building", () => {
  it("adds its energies and leaves water out", () => {
    const figures = weekFigures([week("electricity", 100, 80), week("gas", 300, 420), week("water", 12, 10)]);
    expect(figures.energyKwh).toBe(400);
    expect(figures.change).toBeCloseTo(-0.2);
    expect(figures.lastWeekKwh).toBe(1500);
  });
  it("is unknown, not 0, where nothing is known", () => {
    expect(weekFigures([week("electricity", null, 80, 0)]).energyKwh).toBeNull();
    expect(weekFigures([])).toEqual({
      energyKwh: null,
      lastSameSpanKwh: null,
      lastWeekKwh: null,
      change: null,
      knownShare: null,
    });
  });
  it("is not compared when a gap would make the difference", () => {
    expect(weekFigures([week("electricity", 50, 100, 0.5)]).change).toBeNull();
    expect(weekFigures([week("electricity", 50, 0)]).change).toBeNull();
  });
  it("says the completeness of its worst energy", () => {
    expect(weekFigures([week("electricity", 50, 100, 0.97), week("gas", 5, 5, 0.4)]).knownShare).toBe(0.4);
  });
});

describe("the week of several buildings", () => {
  it("compares only those that can be, and adds all", () => {
    const whole = weekFigures([week("electricity", 90, 100)]);
    const broken = weekFigures([week("electricity", 10, 100, 0.1)]);
    const total = addFigures([whole, broken]);
    expect(total.energyKwh).toBe(100);
    expect(total.change).toBeCloseTo(-0.1);
  });
});

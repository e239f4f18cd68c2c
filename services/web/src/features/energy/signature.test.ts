import { describe, expect, it } from "vitest";
import { signatureDays } from "./signature-days.ts";
import { signatureOption } from "./signature-option.ts";

describe("days of the signature", () => {
  const temperatures = new Map([
    ["2026-11-20", 4],
    ["2026-11-21", 6],
    ["2026-11-23", 5],
  ]);
  const days = signatureDays(
    [
      { date: "2026-11-20", energyKwh: 100 },
      { date: "2026-11-21", energyKwh: 40 },
      { date: "2026-11-22", energyKwh: 41 },
      { date: "2026-11-23", energyKwh: null },
    ],
    temperatures,
  );
  it("are those of which use and temperature are known, weekends apart", () => {
    expect(days).toEqual([
      { date: "2026-11-20", meanC: 4, energyKwh: 100, weekend: false },
      { date: "2026-11-21", meanC: 6, energyKwh: 40, weekend: true },
    ]);
  });
  it("get a line only where one was found, and only over temperatures that there were", () => {
    const texts = { number: String, tooltip: () => "" };
    const without = signatureOption({ days, weekdayLine: null, weekendLine: null, ...texts });
    expect(without.series).toHaveLength(2);
    const weekdayLine = { balanceC: 15, baseKwh: 10, perDegreeKwh: 2, rSquared: 0.9, dayCount: 1 };
    const all = [...days, { date: "2026-07-01", meanC: 20, energyKwh: 10, weekend: false }];
    const option = signatureOption({ days: all, weekdayLine, weekendLine: null, ...texts });
    const line = Array.isArray(option.series) ? option.series.at(-1) : undefined;
    expect(line?.data).toEqual([
      [4, 32],
      [15, 10],
      [20, 10],
    ]);
  });
});

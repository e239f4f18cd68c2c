import { describe, expect, it } from "vitest";
import { loadDuration } from "./load-duration.ts";
import { loadDurationOption } from "./load-duration-option.ts";

describe("load duration", () => {
  const energyKwh = [3, null, ...Array.from({ length: 98 }, (_, hour) => 5 + (hour % 2)), 40, 0];
  const curve = loadDuration({
    localStarts: energyKwh.map(String),
    energyKwh,
    estimated: energyKwh.map((_, i) => i < 3),
  });
  it("falls from the peak, and tells hours that are unknown from hours of nothing", () => {
    expect(curve?.powersKw.length).toBe(101);
    expect(curve?.powersKw.slice(0, 2)).toEqual([40, 6]);
    expect(curve?.powersKw.at(-1)).toBe(0);
    expect(curve).toMatchObject({ unknownHours: 1, estimatedHours: 2, peakKw: 40, medianKw: 5, baseKw: 5 });
  });
  it("is none where nothing is known", () => {
    expect(loadDuration({ localStarts: ["a"], energyKwh: [null], estimated: [false] })).toBeNull();
  });
  it("is drawn over the share of the known hours", () => {
    const { series } = loadDurationOption({ curve: curve!, number: String, share: String, tooltip: () => "" });
    const line = Array.isArray(series) ? series[0] : series;
    const data = line?.data as [number, number][];
    expect(data[0]).toEqual([0, 40]);
    expect(data.at(-1)?.[0]).toBe(1);
    expect(data.length).toBeLessThanOrEqual(402);
  });
});

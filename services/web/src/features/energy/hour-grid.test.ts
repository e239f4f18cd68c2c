import { describe, expect, it } from "vitest";
import { heatMapOption } from "./heat-map-option.ts";
import { hourGrid } from "./hour-grid.ts";

const known = (values: readonly (number | null)[]) => ({ energyKwh: values, estimated: values.map(() => false) });

describe("hours laid out by day", () => {
  it("tell what is missing from a true 0", () => {
    const { days, cells } = hourGrid({
      localStarts: ["2026-11-24T23:00:00+01:00", "2026-11-25T00:00:00+01:00", "2026-11-25T01:00:00+01:00"],
      ...known([0, null, 4]),
    });
    expect(days).toEqual(["2026-11-24", "2026-11-25"]);
    expect(cells.map(({ day, hour, energyKwh }) => [day, hour, energyKwh])).toEqual([
      [0, 23, 0],
      [1, 0, null],
      [1, 1, 4],
    ]);
  });
  it("show the hour that comes twice as one, not twice as large", () => {
    const localStarts = ["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"];
    expect(hourGrid({ localStarts, ...known([4, 6]) }).cells.map(({ energyKwh }) => energyKwh)).toEqual([5]);
    expect(hourGrid({ localStarts, ...known([4, null]) }).cells.map(({ energyKwh }) => energyKwh)).toEqual([null]);
  });
  it("have no cell for the hour that spring skips", () => {
    const localStarts = ["2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00"];
    expect(hourGrid({ localStarts, ...known([1, 2]) }).cells.map(({ hour }) => hour)).toEqual([1, 3]);
  });
});

describe("the heat map", () => {
  const texts = { day: String, hour: String, number: String, tooltip: () => "" };
  const localStarts = Array.from({ length: 24 }, (_, h) => `2026-11-24T${String(h).padStart(2, "0")}:00:00+01:00`);
  const values = localStarts.map((_, hour) => (hour === 3 ? null : hour === 4 ? 0 : 5));
  const { series, visualMap } = heatMapOption({ grid: hourGrid({ localStarts, ...known(values) }), ...texts });
  it("gives what is missing no place on the scale", () => {
    const [drawn, missing] = Array.isArray(series) ? series : [];
    expect(drawn?.data).toHaveLength(23);
    expect(drawn?.data).toContainEqual([0, 4, 0]);
    expect(missing?.data).toEqual([[0, 3, 0]]);
    expect(visualMap).toMatchObject([{ seriesIndex: 0 }, { seriesIndex: 1, show: false }]);
    expect(missing).toHaveProperty("itemStyle.decal");
  });
});

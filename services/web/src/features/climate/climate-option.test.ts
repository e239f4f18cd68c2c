import { describe, expect, it } from "vitest";
import type { Readings } from "../../api/readings.ts";
import { climateOption } from "./climate-option.ts";

const times = Array.from({ length: 6 }, (_, hour) => new Date(Date.UTC(2026, 10, 24, hour)));

function lineOf(values: Readings["values"]) {
  const readings: Readings = {
    point: "00000000-0000-4000-8000-000000000001",
    quantity: "temperature",
    unit: "Cel",
    kind: "gauge",
    timeZone: "Europe/Paris",
    bucket: "1h",
    aggregate: "mean",
    times,
    values,
  };
  const texts = { axisTime: String, number: String, tooltip: () => "" };
  const lines = [{ id: "a", colour: "#000000", prominent: true, readings }];
  const span = { from: new Date(Date.UTC(2026, 10, 24)), to: new Date(Date.UTC(2026, 10, 24, 6)) };
  const { series } = climateOption({ lines, ...span, ...texts });
  const line = Array.isArray(series) ? series[0] : series;
  if (line?.type !== "line") throw new Error("no line");
  return line;
}

describe("the line of a room", () => {
  const line = lineOf([20, null, null, 21, null, 22]);
  it("breaks at what is unknown, never drawn as 0", () => {
    expect(line.connectNulls).toBe(false);
    expect(line.data).toContainEqual([times[1]?.getTime(), null]);
  });
  it("marks a value that no line leads to, or a room that is seldom heard would look empty", () => {
    const size = line.symbolSize as (value: unknown, place: { dataIndex: number }) => number;
    expect([0, 3, 5].map((dataIndex) => size(null, { dataIndex }))).toEqual([4, 4, 4]);
    const unbroken = lineOf([20, 21, 22, 23, 24, 25]).symbolSize as typeof size;
    expect([0, 3, 5].map((dataIndex) => unbroken(null, { dataIndex }))).toEqual([0, 0, 0]);
  });
});

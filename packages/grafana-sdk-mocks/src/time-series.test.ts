import { describe, expect, test } from "vitest";
import type { Column, Frame } from "./frame.ts";
import { toRows } from "./frame.ts";
import { toTimeSeries } from "./time-series.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const range = { from: at(0), to: at(20) };
const time = (...minutes: number[]): Column => ({ name: "time", type: "time", cells: minutes.map(at) });
const numbers = (name: string, ...cells: (number | null)[]): Column => ({ name, type: "number", cells });
const texts = (name: string, ...cells: string[]): Column => ({ name, type: "string", cells });
const frame = (...columns: Column[]): Frame => ({ columns });

describe("long rows become one column a series", () => {
  test("a text column called metric names the series, sorted by name", () => {
    const long = frame(time(0, 0, 5), texts("metric", "b", "a", "b"), numbers("value", 1, 2, 3));
    expect(toRows(toTimeSeries(long, range))).toEqual([
      { Time: at(0), a: 2, b: 1 },
      { Time: at(5), a: null, b: 3 },
    ]);
  });

  test("any other text column is a label behind the value's name", () => {
    const long = frame(time(0), texts("zone", "salle 1"), numbers("co2", 800));
    expect(toTimeSeries(long, range).columns.map(({ name }) => name)).toEqual(["Time", 'co2 {zone="salle 1"}']);
  });
});

test("epoch seconds and milliseconds are times", () => {
  const seconds = frame(numbers("time", at(0).getTime() / 1000), numbers("value", 1));
  const milliseconds = frame(numbers("time", at(0).getTime()), numbers("value", 1));
  expect(toRows(toTimeSeries(seconds, range))).toEqual([{ Time: at(0), value: 1 }]);
  expect(toRows(toTimeSeries(milliseconds, range))).toEqual([{ Time: at(0), value: 1 }]);
});

test("no row is no error", () => {
  expect(toTimeSeries(frame(time(), numbers("value")), range)).toEqual({ columns: [] });
});

describe("refused", () => {
  test.each([
    ["no time column", frame(texts("metric", "a"), numbers("value", 1)), "time column is missing"],
    ["times descend", frame(time(5, 0), numbers("value", 1, 2)), "not ascending"],
    ["a null time", frame({ name: "time", type: "time", cells: [null] }, numbers("value", 1)), "time is null"],
    ["a text as time", frame(texts("time", "2026"), numbers("value", 1)), "unable to convert"],
    ["json as value", frame(time(0), { name: "v", type: "json", cells: ["{}"] }), "convert value to float"],
    ["no value", frame(time(0), texts("metric", "a")), "nothing to draw"],
    ["a doubled time", frame(time(0, 0), numbers("value", 1, 2)), "same time"],
    ["a doubled place", frame(time(0, 0), texts("metric", "a", "a"), numbers("value", 1, 2)), "same time"],
  ])("%s", (_, wrong, message) => {
    expect(() => toTimeSeries(wrong, range)).toThrow(message);
  });
});

describe("fill", () => {
  const sparse = frame(time(5, 15), numbers("value", 1, 3));
  test.each([
    ["null", 0, [null, 1, null, 3, null]],
    ["previous", 0, [null, 1, 1, 3, 3]],
    ["value", 7, [7, 1, 7, 3, 7]],
  ] as const)("%s", (mode, value, expected) => {
    const filled = toTimeSeries(sparse, range, { intervalMs: 300_000, mode, value });
    expect(filled.columns[0]?.cells).toEqual([0, 5, 10, 15, 20].map(at));
    expect(filled.columns[1]?.cells).toEqual(expected);
  });

  test("rows off the grid go to the next bucket, its last row wins", () => {
    const off = frame(time(6, 9), numbers("value", 1, 2));
    const filled = toTimeSeries(off, range, { intervalMs: 300_000, mode: "null", value: 0 });
    expect(filled.columns[1]?.cells).toEqual([null, null, 2, null, null]);
  });
});

import { expect, test } from "vitest";
import type { ImportMapping, TimeRule } from "./import-mapping.ts";
import { LineConverter } from "./line-converter.ts";

const time: TimeRule = {
  columns: ["Date"],
  format: "dd/MM/yyyy HH:mm",
  timeZone: "Europe/Paris",
  marks: "end",
  interval: { kind: "minutes", minutes: 30 },
};
const mapping: ImportMapping = {
  sheet: null,
  encoding: "utf-8",
  delimiter: ";",
  decimal: ",",
  headerLine: 1,
  time,
  values: [{ column: "kWh", content: "interval", unit: "kW.h", target: { by: "register", register: "r" } }],
  estimated: null,
};

function convert(lines: readonly string[], change: Partial<TimeRule> = {}, other: Partial<ImportMapping> = {}) {
  const converter = new LineConverter({ ...mapping, ...other, time: { ...time, ...change } });
  const results = ["Date;kWh", ...lines].map((text, index) =>
    converter.add({ line: index + 1, fields: text.split(";") }),
  );
  const all = [...results, converter.finish()];
  return {
    values: all
      .flatMap(({ values }) => values)
      .map(({ startMs, timeMs, value }) => [
        startMs === null ? null : new Date(startMs).toISOString(),
        new Date(timeMs).toISOString(),
        value,
      ]),
    refusals: all.flatMap(({ refusals }) => refusals),
  };
}

test("a stamp marks the start or the end of its interval", () => {
  expect(convert(["15/01/2026 10:00;1,5"]).values).toEqual([
    ["2026-01-15T08:30:00.000Z", "2026-01-15T09:00:00.000Z", 1.5],
  ]);
  expect(convert(["15/01/2026 10:00;1,5"], { marks: "start" }).values).toEqual([
    ["2026-01-15T09:00:00.000Z", "2026-01-15T09:30:00.000Z", 1.5],
  ]);
});

test("in the night when the clocks go back the order of lines tells the hours apart", () => {
  const night = ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"].map((hour) => `25/10/2026 ${hour};1`);
  expect(convert(night).values.map(([, end]) => end)).toEqual([
    "2026-10-24T23:30:00.000Z",
    "2026-10-25T00:00:00.000Z",
    "2026-10-25T00:30:00.000Z",
    "2026-10-25T01:00:00.000Z",
    "2026-10-25T01:30:00.000Z",
    "2026-10-25T02:00:00.000Z",
  ]);
  expect(convert(["25/10/2026 02:30;1"]).refusals).toEqual([
    { line: 2, column: "kWh", reason: expect.stringContaining("existe deux fois") },
  ]);
  expect(convert(["29/03/2026 02:30;1"]).refusals[0]?.reason).toContain("n'existe pas");
  expect(convert(["29/03/2026 02:00;1"]).values[0]?.[1]).toBe("2026-03-29T01:00:00.000Z");
});

test("days have 23 and 25 hours, gas days begin at six, months at local midnight", () => {
  const day = { format: "dd/MM/yyyy", marks: "start" } as const;
  expect(convert(["29/03/2026;1"], { ...day, interval: { kind: "day" } }).values[0]?.slice(0, 2)).toEqual([
    "2026-03-28T23:00:00.000Z",
    "2026-03-29T22:00:00.000Z",
  ]);
  expect(convert(["15/01/2026;1"], { ...day, interval: { kind: "gas-day" } }).values[0]?.slice(0, 2)).toEqual([
    "2026-01-15T05:00:00.000Z",
    "2026-01-16T05:00:00.000Z",
  ]);
  expect(convert(["15/03/2026;1"], { ...day, interval: { kind: "month" } }).values[0]?.slice(0, 2)).toEqual([
    "2026-02-28T23:00:00.000Z",
    "2026-03-31T22:00:00.000Z",
  ]);
  expect(convert(["01/02/2026;1"], { ...day, marks: "end", interval: { kind: "day" } }).values[0]?.slice(0, 2)).toEqual(
    ["2026-01-30T23:00:00.000Z", "2026-01-31T23:00:00.000Z"],
  );
});

test("a length that follows from the next stamp waits for it; the last is as long as the one before", () => {
  const lines = ["01/01/2026 00:00;1", "01/01/2026 01:00;2", "01/01/2026 03:00;3"];
  expect(convert(lines, { marks: "start", interval: { kind: "next" } }).values).toEqual([
    ["2025-12-31T23:00:00.000Z", "2026-01-01T00:00:00.000Z", 1],
    ["2026-01-01T00:00:00.000Z", "2026-01-01T02:00:00.000Z", 2],
    ["2026-01-01T02:00:00.000Z", "2026-01-01T04:00:00.000Z", 3],
  ]);
  expect(convert(["01/01/2026 00:00;1"], { marks: "start", interval: { kind: "next" } }).refusals).toHaveLength(1);
});

test("each refused cell is told with its line, its column and why; empty ones are no fault", () => {
  const { values, refusals } = convert([
    "15/01/2026 10:00;douze",
    "31/02/2026 10:00;1",
    "15/01/2026 11:00;",
    "15/01/2026 12:00;2",
  ]);
  expect(values).toHaveLength(1);
  expect(refusals).toEqual([
    { line: 2, column: "kWh", reason: expect.stringContaining("« douze » n'est pas un nombre") },
    { line: 3, column: "Date", reason: expect.stringContaining("n'est pas une date") },
  ]);
});

test("a mapping whose column is not there fits no line at all", () => {
  expect(() => convert([], {}, { values: [{ ...mapping.values[0]!, column: "MWh" }] })).toThrow(
    "« MWh » n'est pas dans le fichier",
  );
});

test("a table below the values is told once, a line in their midst that is no date is told each time", () => {
  const { values, refusals } = convert([
    "15/01/2026 10:00;1",
    "oups;2",
    "15/01/2026 11:00;3",
    "Periode;Calendrier",
    "Du 1er;HC",
    "Du 2;HP",
  ]);
  expect(values).toHaveLength(2);
  expect(refusals.map(({ line, reason }) => [line, reason.slice(0, 12)])).toEqual([
    [3, "« oups » n'e"],
    [5, "ni date ni n"],
  ]);
});

import { expect, test } from "vitest";
import { eventDoubts } from "./event-doubts.ts";

const hour = 3_600_000;
const around = {
  before: { timeMs: 0, value: 84_512 },
  after: { timeMs: 4 * hour, value: 12 },
  wrapsAt: 100_000,
  countsPerHour: 10,
};
const exchange = { kind: "exchange", atMs: 2 * hour, lastValue: 84_520, firstValue: 0 } as const;

test("an exchange whose indexes lie between the readings around it is not doubted, nor is one that nobody read", () => {
  expect(eventDoubts(exchange, around)).toEqual([]);
  expect(eventDoubts({ ...exchange, lastValue: null, firstValue: null }, around)).toEqual([]);
  expect(eventDoubts(exchange, { before: null, after: null, wrapsAt: null, countsPerHour: null })).toEqual([]);
});

test.each([
  ["last_below_previous", { lastValue: 84_500 }],
  ["last_too_high", { lastValue: 84_600 }],
  ["first_above_next", { firstValue: 13 }],
  ["first_too_low", { firstValue: -100 }],
] as const)("%s", (doubt, values) => {
  expect(eventDoubts({ ...exchange, ...values }, around)).toEqual([doubt]);
});

test("an index with more digits than the counter has is a slip", () => {
  const wide = { ...around, countsPerHour: null };
  expect(eventDoubts({ ...exchange, lastValue: 845_200 }, wide)).toEqual(["last_beyond_width"]);
  expect(eventDoubts({ ...exchange, firstValue: 100_000 }, { ...wide, after: null })).toEqual(["first_beyond_width"]);
});

test("a rollover where the count grows is doubted", () => {
  const rollover = { kind: "rollover", atMs: 2 * hour, lastValue: null, firstValue: null } as const;
  expect(eventDoubts(rollover, around)).toEqual([]);
  expect(eventDoubts(rollover, { ...around, after: { timeMs: 4 * hour, value: 84_600 } })).toEqual([
    "count_does_not_fall",
  ]);
});

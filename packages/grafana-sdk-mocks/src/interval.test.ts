import { expect, test } from "vitest";
import { chooseIntervalMs, formatInterval, parseInterval } from "./interval.ts";

const now = new Date("2026-02-10T00:00:00Z");

test.each([
  ["5m", 300_000],
  ["1h30m", 5_400_000],
  ["0.5s", 500],
  ["2w", 1_209_600_000],
  ["1M", 28 * 86_400_000],
  ["1y", 365 * 86_400_000],
])("parseInterval %s", (text, ms) => {
  expect(parseInterval(text, now)).toBe(ms);
});

test.each(["", "5", "5 m", "1.5d", "m"])("parseInterval refuses %j", (text) => {
  expect(() => parseInterval(text, now)).toThrow("error parsing interval");
});

test.each([
  [0.4, "1ms"],
  [1500, "1s"],
  [90_000, "1m"],
  [7_200_000, "2h"],
  [30 * 86_400_000, "30d"],
  [400 * 86_400_000, "1y"],
])("formatInterval %d", (ms, text) => {
  expect(formatInterval(ms)).toBe(text);
});

test.each([
  ["6 h on 1000 points", 6 * 3_600_000, 1000, "1s", 20_000],
  ["30 d on 1000 points", 30 * 86_400_000, 1000, "1m", 1_800_000],
  ["the minimum holds", 3_600_000, 1000, "10m", 600_000],
  ["400 d on 100 points", 400 * 86_400_000, 100, "1m", 86_400_000],
])("chooseIntervalMs: %s", (_, lengthMs, points, minimum, expected) => {
  const range = { from: now, to: new Date(now.getTime() + lengthMs) };
  expect(chooseIntervalMs(range, points, minimum)).toBe(expected);
});

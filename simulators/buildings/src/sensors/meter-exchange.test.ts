import { expect, it } from "vitest";
import { epochMs } from "../model/building-series.ts";
import { exchangesBetween, exchangesUntil, type RegisterSource } from "./meter-exchange.ts";
import { countAfter, countAt } from "./sensor-values.ts";

const source: RegisterSource = {
  of: "register",
  flow: "gas",
  countsPerUnit: 100,
  firstCount: 5_000,
  wrapsAt: 100_000,
  exchange: { everyDays: 10, drop: 1_000, recorded: true },
};
const firstMs = epochMs + 10 * 86_400_000 + 9.4 * 3_600_000 - 4 * 60_000;

it("tells each exchange once, over any partition of time", () => {
  const until = firstMs + 25 * 86_400_000;
  const whole = exchangesBetween(source, epochMs, until);
  expect(whole).toEqual([0, 1, 2].map((before) => ({ atMs: firstMs + before * 864_000_000, before })));
  for (const cut of [firstMs - 1, firstMs, firstMs + 1, firstMs + 864_000_000])
    expect([...exchangesBetween(source, epochMs, cut), ...exchangesBetween(source, cut, until)]).toEqual(whole);
});

it("falls by the drop at the very moment, and nothing is lost between the two counts", () => {
  expect(exchangesUntil(source, firstMs - 1)).toBe(0);
  expect(countAt(source, 20, firstMs - 1)).toBe(7_000);
  expect(countAt(source, 20, firstMs)).toBe(6_000);
  expect(countAfter(source, 20, 0) - countAfter(source, 20, 1)).toBe(1_000);
});

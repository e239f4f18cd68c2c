import { expect, test } from "vitest";
import { type ClimateQuestion, climatePeriods, climateTotal } from "./climate-period.ts";
import type { DayTemperature } from "./day-temperature.ts";
import { distanceKm } from "./distance.ts";

const question: ClimateQuestion = {
  method: "meteo",
  heatingBaseC: 18,
  coolingBaseC: 24,
  by: "month",
  seasonOnly: false,
};
const cold = (day: string, given: Partial<DayTemperature> = {}): DayTemperature => ({
  day,
  minC: 2,
  maxC: 10,
  meanC: 5,
  hours: 24,
  dayHours: 24,
  ...given,
});

test("a month sums the days that are known, and says how many they are", () => {
  const days = [cold("2026-01-30"), cold("2026-01-31", { hours: 19 }), cold("2026-02-01", { minC: -4 })];
  const [january, february, ...more] = climatePeriods(days, { from: "2026-01-29", to: "2026-02-02" }, question);
  expect(january).toEqual({
    start: "2026-01-01",
    minC: 2,
    maxC: 10,
    meanC: 5,
    heatingKd: 12,
    coolingKd: 0,
    knownDays: 1,
    days: 3,
  });
  expect(february).toMatchObject({ start: "2026-02-01", heatingKd: 15, knownDays: 1, days: 1 });
  expect(more).toEqual([]);
});

test("a period of which nothing is known has no degree days: null, not 0", () => {
  expect(climateTotal([], { from: "2026-01-01", to: "2026-01-04" }, question)).toMatchObject({
    heatingKd: null,
    coolingKd: null,
    meanC: null,
    knownDays: 0,
    days: 3,
  });
});

test("outside the season heating does not count, the day does", () => {
  const days = ["2026-05-20", "2026-05-21", "2026-09-30", "2026-10-01"].map((day) => cold(day));
  const ask = (seasonOnly: boolean) =>
    climateTotal(days, { from: "2026-05-20", to: "2026-10-02" }, { ...question, seasonOnly });
  expect([ask(false).heatingKd, ask(true).heatingKd, ask(true).knownDays]).toEqual([48, 24, 4]);
});

test("by hours a day of 25 that lacks three is brought to its length; without hours it is unknown", () => {
  const asked: ClimateQuestion = { ...question, method: "hours", by: "day" };
  const range = { from: "2026-10-25", to: "2026-10-26" };
  const day = cold("2026-10-25", { hours: 22, dayHours: 25, hoursC: Array<number>(22).fill(6) });
  expect(climatePeriods([day], range, asked)[0]?.heatingKd).toBeCloseTo((12 * 25) / 24, 10);
  expect(climatePeriods([cold("2026-10-25")], range, asked)[0]?.heatingKd).toBeNull();
});

test("Évreux to Paris is 88 km", () => {
  const km = distanceKm({ latitude: 49.024, longitude: 1.151 }, { latitude: 48.857, longitude: 2.352 });
  expect(km).toBeGreaterThan(88);
  expect(km).toBeLessThan(91);
});

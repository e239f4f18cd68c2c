import { expect, it } from "vitest";
import { easterDay, isPublicHoliday, isSchoolHoliday } from "./french-holidays.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

it.each(["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"])("finds Easter on %s", (date) => {
  expect(easterDay(Number(date.slice(0, 4)))).toBe(day(date));
});

it("knows the eleven public holidays of 2026", () => {
  const days = Array.from({ length: 365 }, (_, index) => day("2026-01-01") + index).filter(isPublicHoliday);
  expect(days.map((number) => new Date(number * 86_400_000).toISOString().slice(5, 10))).toEqual([
    "01-01",
    "04-06",
    "05-01",
    "05-08",
    "05-14",
    "05-25",
    "07-14",
    "08-15",
    "11-01",
    "11-11",
    "12-25",
  ]);
});

it("has school in November and none in August, in years beyond its list too", () => {
  expect(isSchoolHoliday(day("2026-11-24"))).toBe(false);
  expect(isSchoolHoliday(day("2026-08-15"))).toBe(true);
  expect(isSchoolHoliday(day("2029-08-15"))).toBe(true);
  expect(isSchoolHoliday(day("2029-11-22"))).toBe(false);
});

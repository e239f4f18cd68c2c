import { expect, it } from "vitest";
import { outdoorTemperature, readWeather, shiftMs } from "./weather.ts";

const weather = readWeather();
const hourMs = 3_600_000;
const endMs = weather.startMs + (weather.temperatures.length - 1) * hourMs;

it("reads every hour of the file", () => {
  expect(new Date(weather.startMs).toISOString()).toBe("2020-04-01T01:00:00.000Z");
  expect(new Date(endMs).toISOString()).toBe("2022-12-06T12:00:00.000Z");
});

it("gives the file's own values on the hour and goes straight between them", () => {
  const [first, second] = weather.temperatures;
  expect(outdoorTemperature(weather, weather.startMs)).toBe(first);
  expect(outdoorTemperature(weather, weather.startMs + hourMs / 2)).toBeCloseTo((first! + second!) / 2, 10);
});

it("moves later dates by whole weeks, within four days of the same date", () => {
  for (const years of [1, 2, 3, 4, 5, 10]) {
    expect(shiftMs(years) % (7 * 24 * hourMs)).toBe(0);
    expect(Math.abs(shiftMs(years) - years * 365.25 * 24 * hourMs)).toBeLessThan(4 * 24 * hourMs);
  }
  const november = Date.parse("2026-11-24T10:00:00Z");
  expect(outdoorTemperature(weather, november)).toBe(outdoorTemperature(weather, november - shiftMs(4)));
});

it("has no step where one year of the file meets another", () => {
  for (const year of [2023, 2026, 2031]) {
    for (let timeMs = Date.UTC(year, 10, 20); timeMs < Date.UTC(year, 11, 25); timeMs += hourMs) {
      const step = outdoorTemperature(weather, timeMs + hourMs) - outdoorTemperature(weather, timeMs);
      expect(Math.abs(step), new Date(timeMs).toISOString()).toBeLessThan(5);
    }
  }
});

it("knows a temperature for any date", () => {
  for (const date of ["2019-07-01", "2024-02-29", "2029-12-31", "2060-06-01"]) {
    const celsius = outdoorTemperature(weather, Date.parse(date));
    expect(celsius).toBeGreaterThan(-15);
    expect(celsius).toBeLessThan(40);
  }
});

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
const weeksInYear = 365.25 / 7;
/** Where one year's end meets another's, the temperature goes over from the one to the other in this time. */
const seamMs = 48 * hourMs;

export interface Weather {
  readonly startMs: number;
  /** °C at each full hour from `startMs` on. */
  readonly temperatures: Float32Array;
}

/** Reads the hourly temperatures that lie in `data/` (their source is named there). Throws where an hour is missing. */
export function readWeather(): Weather {
  const file = new URL("../../data/uk-hourly-temperature-c-2020-2022.csv.gz", import.meta.url);
  const rows = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n").slice(1);
  const hours = rows.map((row) => row.split(","));
  const startMs = Date.parse(`${hours[0]?.[1]}Z`);
  const temperatures = new Float32Array(hours.length);
  for (const [index, [, time, celsius]] of hours.entries()) {
    if (Date.parse(`${time}Z`) !== startMs + index * hourMs) throw new Error(`Weather: no row for hour ${index}`);
    temperatures[index] = Number(celsius);
  }
  return { startMs, temperatures };
}

/**
 * Outdoor temperature in °C at any time: the date is moved by the whole weeks nearest to a number of years, so that
 * season and weekday stay, onto the last such date the file knows; linear between the hours.
 */
export function outdoorTemperature(weather: Weather, timeMs: number): number {
  const endMs = weather.startMs + (weather.temperatures.length - 1) * hourMs;
  let years = Math.max(0, Math.ceil((timeMs - endMs) / (weeksInYear * weekMs)) - 1);
  while (timeMs - shiftMs(years) > endMs) years += 1;
  const mappedMs = timeMs - shiftMs(years);
  if (mappedMs < weather.startMs) return outdoorTemperature(weather, timeMs + shiftMs(1));
  const celsius = interpolate(weather, mappedMs);
  const seamShare = 1 - (endMs - mappedMs) / seamMs;
  if (seamShare <= 0) return celsius;
  return celsius + seamShare * (interpolate(weather, timeMs - shiftMs(years + 1)) - celsius);
}

/** Whole weeks, in milliseconds, that come nearest to so many years. */
export function shiftMs(years: number): number {
  return Math.round(years * weeksInYear) * weekMs;
}

function interpolate({ startMs, temperatures }: Weather, timeMs: number): number {
  const hours = (timeMs - startMs) / hourMs;
  const index = Math.floor(hours);
  const before = temperatures[index] ?? 0;
  const after = temperatures[index + 1] ?? before;
  return before + (after - before) * (hours - index);
}

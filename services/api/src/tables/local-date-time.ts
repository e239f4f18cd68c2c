import type { TableLanguage } from "@gtb/contracts/table-format";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Wall clock of a time zone, as numbers: month 1 to 12. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function wallClock(instant: Date, timeZone: string): WallClock {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/** French: `25/11/2026 12:30:00`, of the wall clock; English: `2026-11-25T12:30:00+01:00`. */
export function localDateTime(instant: Date, timeZone: string, language: TableLanguage): string {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const date = [String(year).padStart(4, "0"), two(month), two(day)];
  const time = [two(hour), two(minute), two(second)].join(":");
  if (language === "fr") return `${date.toReversed().join("/")} ${time}`;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = Math.round((local - instant.getTime()) / 60_000);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${date.join("-")}T${time}${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = "numeric" as const;
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, calendar: "gregory", hourCycle: "h23", ...fields });
  formats.set(timeZone, format);
  return format;
}

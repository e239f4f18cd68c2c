import type { CalendarDate } from "./calendar-date.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that a clock in `timeZone` shows at `instant`. */
export function localDate(instant: Date, timeZone: string): CalendarDate {
  return wallClock(instant, timeZone).slice(0, 10);
}

/** The hour that a clock in `timeZone` shows at `instant`: `YYYY-MM-DDTHH`. */
export function localHourOf(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 13);
}

/**
 * The first instant of a local day. Where clocks are put forward over midnight (not in France) it is the first that
 * exists.
 */
export function startOfLocalDay(date: CalendarDate, timeZone: string): Date {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`);
  // The offset before the guess may differ from that at the result, on the days when clocks change: look twice.
  const guess = asIfUtc - offsetMs(new Date(asIfUtc), timeZone);
  return new Date(asIfUtc - offsetMs(new Date(guess), timeZone));
}

/** What a clock in `timeZone` shows at `instant`, as a field for date and time holds it: `YYYY-MM-DDTHH:mm`. */
export function localMinute(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 16);
}

/** The same with its seconds. */
export function localSecond(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone);
}

/**
 * The instant at which a clock in `timeZone` shows this (`YYYY-MM-DDTHH:mm`, seconds optional); undefined: none does. Of
 * an hour that comes twice, when clocks are put back, the second.
 */
export function instantAt(local: string, timeZone: string): Date | undefined {
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  const guess = new Date(asIfUtc - offsetMs(new Date(asIfUtc), timeZone));
  const instant = new Date(asIfUtc - offsetMs(guess, timeZone));
  return wallClock(instant, timeZone).startsWith(local) ? instant : undefined;
}

/** How far the local clock is ahead of UTC. */
function offsetMs(instant: Date, timeZone: string): number {
  const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000;
  return Date.parse(`${wallClock(instant, timeZone)}Z`) - wholeSeconds;
}

/** `YYYY-MM-DDTHH:mm:ss` as the wall shows it. */
function wallClock(instant: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant).replace(" ", "T");
}

/** Where who looks is, as their machine says: for times that belong to no building. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

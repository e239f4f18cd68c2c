import { addDays, addMonths, type CalendarDate, daysBetween, firstOfMonth, mondayOf } from "./calendar-date.ts";

export const periodKinds = ["day", "week", "month", "year"] as const;
/** Those that are set against the year before. */
export const energyPeriodKinds = ["day", "week", "month", "calendarYear"] as const;
/** `year` is thirteen months, so that the month that runs stands beside the same month of last year. */
export type PeriodKind = (typeof periodKinds)[number] | (typeof energyPeriodKinds)[number];

/** Local days [first, end): `end` is not included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly first: CalendarDate;
  readonly end: CalendarDate;
}

/** Buckets in which each kind of period is drawn. */
export const stepOf = { day: "hour", week: "day", month: "day", year: "month", calendarYear: "month" } as const;
/** Buckets in which two periods are compared: finer, so that a period that still runs is compared like for like. */
export const comparisonStepOf = {
  day: "hour",
  week: "hour",
  month: "hour",
  year: "day",
  calendarYear: "day",
} as const;

export function periodAround(kind: PeriodKind, date: CalendarDate): Period {
  switch (kind) {
    case "day":
      return { kind, first: date, end: addDays(date, 1) };
    case "week":
      return { kind, first: mondayOf(date), end: addDays(mondayOf(date), 7) };
    case "month":
      return { kind, first: firstOfMonth(date), end: addMonths(firstOfMonth(date), 1) };
    case "year":
      return { kind, first: addMonths(firstOfMonth(date), -12), end: addMonths(firstOfMonth(date), 1) };
    case "calendarYear":
      return { kind, first: `${date.slice(0, 4)}-01-01`, end: addMonths(`${date.slice(0, 4)}-01-01`, 12) };
  }
}

/** The period before (-1) or after (+1), as the arrows beside its title mean it. */
export function neighbour(period: Period, direction: -1 | 1): Period {
  const anchor = addDays(period.end, -1);
  switch (period.kind) {
    case "day":
      return periodAround("day", addDays(anchor, direction));
    case "week":
      return periodAround("week", addDays(anchor, direction * 7));
    case "month":
      return periodAround("month", addMonths(period.first, direction));
    case "year":
    case "calendarYear":
      return periodAround(period.kind, addMonths(anchor, direction * 12));
  }
}

/** What a period is compared with: the same weekday or week before, the month before, the same months a year before. */
export function compared(period: Period): Period {
  if (period.kind === "day") return periodAround("day", addDays(period.first, -7));
  return neighbour(period, -1);
}

/**
 * Names the place of a local hour, day or month in its period; two periods are compared place by place.
 * `localStart`: local time such as `2026-03-29T02:00:00+01:00`.
 */
export function placeIn(period: Period, localStart: string): string {
  const date = localStart.slice(0, 10);
  const hour = localStart.slice(11, 13);
  if (!isByMonth(period)) return `${daysBetween(period.first, date)} ${hour}`;
  const months = (year: string) => Number(year.slice(0, 4)) * 12 + Number(year.slice(5, 7));
  return `${months(date) - months(period.first)} ${date.slice(8, 10)}`;
}

/** Local starts of the buckets of a period that come after `lastStart`, as far as its end. */
export function startsAfter(period: Period, lastStart: string | undefined): string[] {
  const starts: string[] = [];
  if (period.kind === "day") {
    for (let hour = 0; hour < 24; hour += 1) starts.push(`${period.first}T${String(hour).padStart(2, "0")}:00:00`);
  } else {
    const next = (date: CalendarDate) => (isByMonth(period) ? addMonths(date, 1) : addDays(date, 1));
    for (let date = period.first; date < period.end; date = next(date)) starts.push(`${date}T00:00:00`);
  }
  return lastStart === undefined ? starts : starts.filter((start) => start > lastStart.slice(0, 19));
}

/** Whether its buckets are months. */
export function isByMonth({ kind }: Pick<Period, "kind">): boolean {
  return stepOf[kind] === "month";
}

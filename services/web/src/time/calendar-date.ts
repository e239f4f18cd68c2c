/** A day of the calendar, `YYYY-MM-DD`, without a time zone. */
export type CalendarDate = string;

const dayMs = 86_400_000;

export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && toDate(utcMs(text)) === text;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toDate(utcMs(date) + days * dayMs);
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const first = new Date(utcMs(firstOfMonth(date)));
  first.setUTCMonth(first.getUTCMonth() + months);
  const firstOfNext = new Date(first);
  firstOfNext.setUTCMonth(first.getUTCMonth() + 1);
  const lastDay = new Date(firstOfNext.getTime() - dayMs).getUTCDate();
  first.setUTCDate(Math.min(Number(date.slice(8, 10)), lastDay));
  return toDate(first.getTime());
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}01`;
}

/** Monday of the date's week. */
export function mondayOf(date: CalendarDate): CalendarDate {
  const weekday = new Date(utcMs(date)).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcMs(to) - utcMs(from)) / dayMs);
}

/** Noon UTC of a date: for formatters told to work in UTC. */
export function atNoonUtc(date: CalendarDate): Date {
  return new Date(utcMs(date) + dayMs / 2);
}

function utcMs(date: CalendarDate): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}

function toDate(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Days of the calendar as `YYYY-MM-DD`, without a time zone: 23 or 25 hours long, each is one day. */

const dayMs = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

export function dayOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** Days of a range that does not include `to`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first day of the next month. */
export function nextMonth(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10);
}

export function daysOfMonth(day: string): number {
  return daysBetween(`${day.slice(0, 7)}-01`, nextMonth(day));
}

export function daysOfYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
}

export function earlierDay(a: string, b: string): string {
  return a < b ? a : b;
}

export function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}

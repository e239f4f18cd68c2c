const dayMs = 86_400_000;
const yearInWeeksDays = 364;

/**
 * School holidays of zone B (the Eure is in it), first day without school to the day before school starts again.
 * Written down from the ministry's calendars (education.gouv.fr) without access to them: good for a simulation, not
 * yet for a rule of the platform, which imports the ministry's .ics. Years beyond repeat the last one by 52 weeks.
 */
const zoneB: readonly (readonly [firstDay: string, lastDay: string])[] = [
  ["2024-10-19", "2024-11-03"],
  ["2024-12-21", "2025-01-05"],
  ["2025-02-08", "2025-02-23"],
  ["2025-04-05", "2025-04-21"],
  ["2025-07-05", "2025-08-31"],
  ["2025-10-18", "2025-11-02"],
  ["2025-12-20", "2026-01-04"],
  ["2026-02-14", "2026-03-01"],
  ["2026-04-11", "2026-04-26"],
  ["2026-07-04", "2026-08-31"],
  ["2026-10-17", "2026-11-01"],
  ["2026-12-19", "2027-01-03"],
  ["2027-02-20", "2027-03-07"],
  ["2027-04-17", "2027-05-02"],
  ["2027-07-03", "2027-08-31"],
];
const periods = zoneB.map(([first, last]) => [dayOf(first), dayOf(last)] as const);
const lastKnownDay = dayOf("2027-08-31");
const publicHolidaysOfYear = new Map<number, ReadonlySet<number>>();

/** `day`: days since 1970 of the local date. */
export function isSchoolHoliday(day: number): boolean {
  let known = day;
  while (known > lastKnownDay) known -= yearInWeeksDays;
  return periods.some(([first, last]) => known >= first && known <= last);
}

/** The eleven public holidays of metropolitan France (Code du travail, L3133-1). */
export function isPublicHoliday(day: number): boolean {
  const year = new Date(day * dayMs).getUTCFullYear();
  let days = publicHolidaysOfYear.get(year);
  if (days === undefined) {
    const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
    const easter = easterDay(year);
    days = new Set([...fixed.map((date) => dayOf(`${year}-${date}`)), easter + 1, easter + 39, easter + 50]);
    publicHolidaysOfYear.set(year, days);
  }
  return days.has(day);
}

/** Easter Sunday of the Gregorian calendar, as days since 1970 (anonymous algorithm, Nature, 20 April 1876). */
export function easterDay(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapless = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * a + leapless + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * correction + 22;
  return dayOf(`${year}-03-01`) + march - 1;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

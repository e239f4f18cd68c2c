import type { CalendarDate } from "../../time/calendar-date.ts";

/** A day of which both the use and the temperature are known whole. */
export interface ClimateDay {
  readonly date: CalendarDate;
  readonly meanC: number;
  readonly energyKwh: number;
  /** Saturday or Sunday: most public buildings are empty, and have a line of their own */
  readonly weekend: boolean;
}

export interface DayUse {
  readonly date: CalendarDate;
  /** null: unknown, or known in part only */
  readonly energyKwh: number | null;
}

/** Joins use and temperature; days of which either is not known whole are left out, never taken as 0. */
export function signatureDays(use: readonly DayUse[], meanCByDate: ReadonlyMap<CalendarDate, number>): ClimateDay[] {
  return use.flatMap(({ date, energyKwh }) => {
    const meanC = meanCByDate.get(date);
    if (energyKwh === null || meanC === undefined) return [];
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    return [{ date, meanC, energyKwh, weekend: weekday === 0 || weekday === 6 }];
  });
}

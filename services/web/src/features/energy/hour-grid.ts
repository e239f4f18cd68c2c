import type { CalendarDate } from "../../time/calendar-date.ts";

/** What was used in each hour of a period, as the pages that look at hours need it. */
export interface Hours {
  /** Local times such as `2026-03-29T00:00:00+01:00`, in their order */
  readonly localStarts: readonly string[];
  /** kWh, as many as hours; null: not known, or known in part only, which would look like a lull */
  readonly energyKwh: readonly (number | null)[];
  /** Whether more than a rounding of the hour is estimated: its height is then a mean over a longer gap */
  readonly estimated: readonly boolean[];
}

export interface GridCell {
  /** Index in `days` */
  readonly day: number;
  /** 0 to 23, of the local clock */
  readonly hour: number;
  readonly energyKwh: number | null;
  readonly estimated: boolean;
}

export interface HourGrid {
  readonly days: readonly CalendarDate[];
  readonly cells: readonly GridCell[];
}

/**
 * Hours laid out day by day. The hour that comes twice at the end of summer time has one cell, with the mean of the two
 * (a rate, like its neighbours), unknown if one of them is; the hour that is skipped in spring has none.
 */
export function hourGrid(hours: Hours): HourGrid {
  const days: CalendarDate[] = [];
  const cells = new Map<string, GridCell>();
  hours.localStarts.forEach((start, index) => {
    const date = start.slice(0, 10);
    if (days.at(-1) !== date) days.push(date);
    const hour = Number(start.slice(11, 13));
    const energyKwh = hours.energyKwh[index] ?? null;
    const estimated = hours.estimated[index] ?? false;
    const twin = cells.get(`${date} ${hour}`);
    cells.set(`${date} ${hour}`, {
      day: days.length - 1,
      hour,
      energyKwh: twin === undefined ? energyKwh : meanOf(twin.energyKwh, energyKwh),
      estimated: estimated || (twin?.estimated ?? false),
    });
  });
  return { days, cells: [...cells.values()] };
}

function meanOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : (one + other) / 2;
}

/** A time of the local day, `HH:MM`; `24:00` is its end. */
export interface HourRange {
  readonly from: string;
  /** Not included; at or before `from`: of the next day. */
  readonly to: string;
}

/** When a tariff class holds; what is left out does not matter. A moment is judged by its own weekday and month. */
export interface TariffRule {
  readonly tariffClass: string;
  /** 1 to 12 */
  readonly months?: readonly number[] | undefined;
  /** ISO: 1 is Monday */
  readonly weekdays?: readonly number[] | undefined;
  readonly hours?: readonly HourRange[] | undefined;
}

/** The first rule that fits a moment says its class. */
export interface TariffSchedule {
  readonly rules: readonly TariffRule[];
  /** Where no rule fits */
  readonly otherwise: string;
}

/** An hour of a local clock. */
export interface LocalHour {
  readonly month: number;
  readonly weekday: number;
  /** 0 to 23 */
  readonly hour: number;
}

/** Which part of an hour, in time, is of a tariff class. */
export interface TariffShare {
  readonly tariffClass: string;
  readonly share: number;
}

/** The tariff classes of an hour with their parts of it, which add up to 1. A boundary at 22:30 parts the hour in two. */
export function tariffShares(schedule: TariffSchedule, at: LocalHour): TariffShare[] {
  const edges = [...new Set([0, ...boundaryMinutes(schedule), 60])].sort((a, b) => a - b);
  const shares = new Map<string, number>();
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const tariffClass = classAt(schedule, at, at.hour * 60 + start);
    const minutes = (edges[index + 1] ?? 60) - start;
    shares.set(tariffClass, (shares.get(tariffClass) ?? 0) + minutes);
  }
  return [...shares].map(([tariffClass, minutes]) => ({ tariffClass, share: minutes / 60 }));
}

/** The schedule for every hour that there is: 12 months × 7 weekdays × 24 hours, 2,016 rows or a few more. */
export function scheduleHours(schedule: TariffSchedule): (LocalHour & TariffShare)[] {
  const upTo = (count: number, first: number) => Array.from({ length: count }, (_, index) => index + first);
  return upTo(12, 1).flatMap((month) =>
    upTo(7, 1).flatMap((weekday) =>
      upTo(24, 0).flatMap((hour) => {
        const at = { month, weekday, hour };
        return tariffShares(schedule, at).map((share) => ({ ...at, ...share }));
      }),
    ),
  );
}

/** Every class that the schedule can say. */
export function classesOf({ rules, otherwise }: TariffSchedule): string[] {
  return [...new Set([...rules.map(({ tariffClass }) => tariffClass), otherwise])];
}

function boundaryMinutes({ rules }: TariffSchedule): number[] {
  return rules.flatMap(({ hours = [] }) => hours.flatMap(({ from, to }) => [minuteOf(from) % 60, minuteOf(to) % 60]));
}

function classAt({ rules, otherwise }: TariffSchedule, { month, weekday }: LocalHour, minute: number): string {
  const rule = rules.find(
    ({ months, weekdays, hours }) =>
      (months?.includes(month) ?? true) &&
      (weekdays?.includes(weekday) ?? true) &&
      (hours?.some((range) => holds(range, minute)) ?? true),
  );
  return rule?.tariffClass ?? otherwise;
}

function holds({ from, to }: HourRange, minute: number): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start < end ? start <= minute && minute < end : minute >= start || minute < end;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

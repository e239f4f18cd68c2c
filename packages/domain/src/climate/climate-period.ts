import { type DayTemperature, type DegreeDayBases, degreeDaysOf } from "./day-temperature.ts";
import { inHeatingSeason } from "./heating-season.ts";

export const climateSteps = ["day", "month", "year"] as const;
export type ClimateStep = (typeof climateSteps)[number];

/** Days, a month or a year in one row. A value is null where no day of it is known. */
export interface ClimatePeriod {
  /** First day, `YYYY-MM-DD` */
  readonly start: string;
  /** The least of the days' minima, the greatest of their maxima, the mean of their means: °C */
  readonly minC: number | null;
  readonly maxC: number | null;
  readonly meanC: number | null;
  /** K·day, of the known days alone: compare `knownDays` with `days`. */
  readonly heatingKd: number | null;
  readonly coolingKd: number | null;
  readonly knownDays: number;
  readonly days: number;
}

export interface ClimateQuestion extends DegreeDayBases {
  readonly by: ClimateStep;
  /** Heating is counted in the heating season alone; outside it is 0. */
  readonly seasonOnly: boolean;
}

const dayMs = 24 * 3_600_000;

/** Each day from `from` to before `to`, `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** What a station says of the days in [from, to), by day, month or year. Days that it does not know are counted as such. */
export function climatePeriods(
  known: readonly DayTemperature[],
  { from, to }: { readonly from: string; readonly to: string },
  question: ClimateQuestion,
): ClimatePeriod[] {
  const byDay = new Map(known.map((day) => [day.day, day]));
  const periods = new Map<string, (DayTemperature | string)[]>();
  for (const day of daysBetween(from, to)) {
    const start = startOf(day, question.by);
    const rows = periods.get(start) ?? [];
    rows.push(byDay.get(day) ?? day);
    periods.set(start, rows);
  }
  return [...periods].map(([start, days]) => ({ start, ...summed(days, question) }));
}

/** One row for the whole of [from, to). */
export function climateTotal(
  known: readonly DayTemperature[],
  { from, to }: { readonly from: string; readonly to: string },
  question: ClimateQuestion,
): ClimatePeriod {
  const byDay = new Map(known.map((day) => [day.day, day]));
  return {
    start: from,
    ...summed(
      daysBetween(from, to).map((day) => byDay.get(day) ?? day),
      question,
    ),
  };
}

function startOf(day: string, by: ClimateStep): string {
  if (by === "day") return day;
  return by === "month" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** A day that is not known is its date alone. */
function summed(days: readonly (DayTemperature | string)[], question: ClimateQuestion): Omit<ClimatePeriod, "start"> {
  let heatingKd = 0;
  let coolingKd = 0;
  const known: DayTemperature[] = [];
  for (const day of days) {
    const degrees = typeof day === "string" ? undefined : degreeDaysOf(day, question);
    if (typeof day === "string" || degrees === undefined) continue;
    known.push(day);
    if (!question.seasonOnly || inHeatingSeason(day.day)) heatingKd += degrees.heatingKd;
    coolingKd += degrees.coolingKd;
  }
  const some = known.length > 0;
  return {
    minC: some ? known.reduce((least, { minC }) => Math.min(least, minC), Number.POSITIVE_INFINITY) : null,
    maxC: some ? known.reduce((most, { maxC }) => Math.max(most, maxC), Number.NEGATIVE_INFINITY) : null,
    meanC: some ? known.reduce((sum, { meanC }) => sum + meanC, 0) / known.length : null,
    heatingKd: some ? heatingKd : null,
    coolingKd: some ? coolingKd : null,
    knownDays: known.length,
    days: days.length,
  };
}

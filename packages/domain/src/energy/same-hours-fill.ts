import type { FilledHour } from "./fill-missing-hours.ts";
import type { HourlyConsumption } from "./hour-accumulator.ts";

/** So far before and after the missing hours one looks for their like. */
export const fillReachMs = 8 * 7 * 24 * 3_600_000;
const fewestHours = 3;

/**
 * What missing hours probably held: the median of the measured hours of the same local hour and weekday within 8 weeks
 * before and after; where fewer than 3 are known, of the same local hour on working days or on weekends; else nothing. An
 * hour that the clock shows twice has the likes of both. `missing` in ms since 1970, whole hours.
 */
export function sameHoursFill(
  missing: readonly number[],
  around: readonly HourlyConsumption[],
  timeZone: string,
): FilledHour[] {
  const clock = localClock(timeZone);
  const byWeekday = new Map<string, number[]>();
  const byKindOfDay = new Map<string, number[]>();
  for (const { hourMs, native, measuredShare } of around) {
    if (measuredShare < 1 || native === null) continue;
    const { weekday, kindOfDay } = clock(hourMs);
    byWeekday.set(weekday, [...(byWeekday.get(weekday) ?? []), native]);
    byKindOfDay.set(kindOfDay, [...(byKindOfDay.get(kindOfDay) ?? []), native]);
  }
  return missing.flatMap((hourMs) => {
    const { weekday, kindOfDay } = clock(hourMs);
    const like = [byWeekday.get(weekday), byKindOfDay.get(kindOfDay)].find(
      (values) => (values?.length ?? 0) >= fewestHours,
    );
    return like === undefined ? [] : [{ hourMs, native: median(like) }];
  });
}

/** Of an instant: "Mon 14", and "work 14" or "weekend 14". */
function localClock(timeZone: string): (timeMs: number) => { readonly weekday: string; readonly kindOfDay: string } {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" });
  return (timeMs) => {
    const parts = format.formatToParts(timeMs);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
    const [day, hour] = [part("weekday"), part("hour")];
    return { weekday: `${day} ${hour}`, kindOfDay: `${day === "Sat" || day === "Sun" ? "weekend" : "work"} ${hour}` };
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { isByMonth, type Period } from "../../time/period.ts";

/** Names of a period's buckets, on the axis and in full. `localStart`: local time such as `2026-03-29T00:00:00+01:00`. */
export function useBucketLabel(period: Period, localStarts: readonly string[]) {
  const { t } = useTranslation();
  const format = useFormat();
  const date = (localStart: string) => localStart.slice(0, 10);
  return {
    axis: (localStart: string): string => {
      if (period.kind === "day") return format.hour(localStart);
      if (isByMonth(period)) return format.month(date(localStart));
      return period.kind === "week" ? format.weekday(date(localStart)) : format.dayOfMonth(date(localStart));
    },
    full: (localStart: string): string => {
      if (period.kind === "day") {
        const hour = format.hour(localStart);
        const repeated = placeAmongTwins(localStart, localStarts);
        return repeated === null ? hour : t(`clockChange.${repeated}`, { hour });
      }
      return isByMonth(period) ? format.longMonth(date(localStart)) : format.longDay(date(localStart));
    },
  };
}

/** At the end of summer time a clock shows one hour twice: which of the two this is; null for every other hour. */
export function placeAmongTwins(localStart: string, localStarts: readonly string[]): "before" | "after" | null {
  const twins = localStarts.filter((start) => start.slice(0, 13) === localStart.slice(0, 13));
  if (twins.length < 2) return null;
  return twins[0] === localStart ? "before" : "after";
}

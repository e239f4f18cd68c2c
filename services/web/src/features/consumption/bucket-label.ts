import { useFormat } from "../../format/use-format.ts";
import type { Period } from "../../time/period.ts";

/** Names of a period's buckets, on the axis and in full. `localStart`: local time such as `2026-03-29T00:00:00+01:00`. */
export function useBucketLabel(period: Period) {
  const format = useFormat();
  const date = (localStart: string) => localStart.slice(0, 10);
  return {
    axis: (localStart: string): string => {
      if (period.kind === "day") return format.hour(localStart);
      if (period.kind === "year") return format.month(date(localStart));
      return period.kind === "week" ? format.weekday(date(localStart)) : format.dayOfMonth(date(localStart));
    },
    full: (localStart: string): string => {
      if (period.kind === "day") return format.hour(localStart);
      return period.kind === "year" ? format.longMonth(date(localStart)) : format.longDay(date(localStart));
    },
  };
}

import type { Consumption } from "../../api/consumption.ts";
import { sumKnown } from "../../figures/known-sum.ts";
import { bucketValue, runningIndex } from "../consumption/bucket-quality.ts";

export interface TodayFigures {
  readonly energyKwh: number | null;
  readonly waterM3: number | null;
  /** The hour that runs or, before anything is known of it, the last that is; null: none today */
  readonly lastHour: { readonly localStart: string; readonly energyKwh: number; readonly running: boolean } | null;
}

/** Today so far; `hours`: the hours of the local day. */
export function todayFigures(hours: Consumption, now: Date): TodayFigures {
  const totals = hours.localStarts.map((_, index) =>
    sumKnown(hours.series.filter(({ energy }) => energy !== "water").map((series) => bucketValue(series, index))),
  );
  const water = hours.series.filter(({ energy }) => energy === "water");
  const last = totals.findLastIndex((total) => total !== null);
  const localStart = hours.localStarts[last];
  const energyKwh = totals[last] ?? null;
  return {
    energyKwh: sumKnown(totals),
    waterM3: sumKnown(water.flatMap((series) => hours.localStarts.map((_, index) => bucketValue(series, index)))),
    lastHour:
      localStart === undefined || energyKwh === null
        ? null
        : { localStart, energyKwh, running: last === runningIndex(hours, now) },
  };
}

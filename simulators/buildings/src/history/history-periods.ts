const dayMs = 86_400_000;
export const historyDays = 400;
/** So many days before the live part are told at the sensors' own pace, what is older hourly. */
export const fineDays = 30;

export interface HistoryPeriod {
  readonly fromMs: number;
  readonly toMs: number;
  /** Reports are at least so far apart. */
  readonly everyMs: number;
}

/** The periods of the history, the newest first and shortest, so that a page shows something at once. */
export function historyPeriods(liveFromMs: number): HistoryPeriod[] {
  const bounds = [0, 2, 8, 15, 22, fineDays];
  for (let days = fineDays + 30; days < historyDays; days += 30) bounds.push(days);
  bounds.push(historyDays);
  return bounds.slice(1).map((days, index) => ({
    fromMs: liveFromMs - days * dayMs,
    toMs: liveFromMs - (bounds[index] ?? 0) * dayMs,
    everyMs: days <= fineDays ? 0 : 3_600_000,
  }));
}

const dayMs = 86_400_000;
export const historyDays = 400;
/** So many days before the live part are told at the sensors' own pace, what is older hourly. */
export const fineDays = 30;

export interface HistoryPeriod {
  readonly fromMs: number;
  readonly toMs: number;
  /** Reports are at least so far apart. */
  readonly everyMs: number;
  /** Of all this time only what was imported late, and the day around it once more. */
  readonly isLate?: true;
}

/** The periods of the history, the newest first and shortest, so that a page shows something at once; late ones last. */
export function historyPeriods(liveFromMs: number): HistoryPeriod[] {
  const bounds = [0, 2, 8, 15, 22, fineDays];
  for (let days = fineDays + 30; days < historyDays; days += 30) bounds.push(days);
  bounds.push(historyDays);
  const between = (toDays: number, fromDays: number): HistoryPeriod => ({
    fromMs: liveFromMs - fromDays * dayMs,
    toMs: liveFromMs - toDays * dayMs,
    everyMs: fromDays <= fineDays ? 0 : 3_600_000,
  });
  return [
    ...bounds.slice(1).map((days, index) => between(bounds[index] ?? 0, days)),
    { ...between(fineDays, historyDays), isLate: true },
    { ...between(0, fineDays), isLate: true },
  ];
}

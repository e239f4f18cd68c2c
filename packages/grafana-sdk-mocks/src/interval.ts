import type { TimeRange } from "./time-range.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;

const goUnitsMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: secondMs,
  m: minuteMs,
  h: hourMs,
};

/**
 * Milliseconds of an interval as the macros read it: a Go duration (`5m`, `1h30m`, `20ms`) or a whole number of d, w, M
 * or y. Months and years are counted from `now`, as Grafana does. Throws where it is none of these.
 * Source: grafana-plugin-sdk-go, backend/gtime.
 */
export function parseInterval(text: string, now: Date): number {
  const calendar = /^(\d+)([dwMy])$/.exec(text);
  if (calendar !== null) return calendarIntervalMs(Number(calendar[1]), calendar[2] ?? "", now);
  if (!/^(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+$/.test(text)) throw new Error(`error parsing interval ${text}`);
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)) {
    sum += Number(amount) * (goUnitsMs[unit ?? ""] ?? Number.NaN);
  }
  return sum;
}

function calendarIntervalMs(count: number, unit: string, now: Date): number {
  if (unit === "d") return count * dayMs;
  if (unit === "w") return count * 7 * dayMs;
  const then = new Date(now);
  if (unit === "M") then.setUTCMonth(then.getUTCMonth() + count);
  else then.setUTCFullYear(then.getUTCFullYear() + count);
  return then.getTime() - now.getTime();
}

/** What replaces `$__interval`: the largest whole unit, the rest dropped. */
export function formatInterval(ms: number): string {
  const units: [string, number][] = [
    ["y", yearMs],
    ["d", dayMs],
    ["h", hourMs],
    ["m", minuteMs],
    ["s", secondMs],
    ["ms", 1],
  ];
  for (const [unit, unitMs] of units) {
    if (ms >= unitMs) return `${Math.floor(ms / unitMs)}${unit}`;
  }
  return "1ms";
}

/** [below this exact interval, this round one], in milliseconds. Source: grafana-data, roundInterval. */
const roundIntervalsMs: readonly (readonly [number, number])[] = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1_500, 1_000],
  [3_500, 2_000],
  [7_500, 5_000],
  [12_500, 10_000],
  [17_500, 15_000],
  [25_000, 20_000],
  [45_000, 30_000],
  [90_000, minuteMs],
  [210_000, 2 * minuteMs],
  [450_000, 5 * minuteMs],
  [750_000, 10 * minuteMs],
  [1_050_000, 15 * minuteMs],
  [1_500_000, 20 * minuteMs],
  [2_700_000, 30 * minuteMs],
  [5_400_000, hourMs],
  [9_000_000, 2 * hourMs],
  [16_200_000, 3 * hourMs],
  [32_400_000, 6 * hourMs],
  [dayMs, 12 * hourMs],
  [7 * dayMs, dayMs],
  [21 * dayMs, 7 * dayMs],
  [42 * dayMs, 30 * dayMs],
];

/** The interval of a panel in milliseconds: the range over its points, made round, and never below its minimum. */
export function chooseIntervalMs({ from, to }: TimeRange, maxDataPoints: number, minimum: string): number {
  const exact = (to.getTime() - from.getTime()) / maxDataPoints;
  const round = roundIntervalsMs.find(([below]) => exact < below)?.[1] ?? yearMs;
  return Math.max(round, parseMinimum(minimum));
}

function parseMinimum(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|[Mwdhmsy])$/.exec(text);
  const unitMs: Readonly<Record<string, number>> = { ...goUnitsMs, d: dayMs, w: 7 * dayMs, M: 30 * dayMs, y: yearMs };
  const ms = Number(match?.[1]) * (unitMs[match?.[2] ?? ""] ?? Number.NaN);
  if (Number.isNaN(ms)) throw new Error(`Not a minimum interval: ${text}`);
  return ms;
}

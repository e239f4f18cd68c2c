import type { ComparedMeter } from "./compared-meter.ts";

interface Comparison {
  readonly trueNative: number;
  readonly native: number;
  readonly tolerance: number;
}

interface MeterCounts {
  readonly days: number;
  readonly measured: number;
  readonly outside: number;
  readonly gaps: number;
  readonly gapsOutside: number;
  readonly missing: number;
  /** Greatest difference of a measured day, as a part of its tolerance. */
  readonly worst: number;
  /** Of all measured days together: computed over true, less 1. */
  readonly deviation: number;
}

/** Whether every measured day and every gap lies within its tolerance. */
export function isSound(compared: ComparedMeter): boolean {
  const { outside, gapsOutside } = countsOf(compared);
  return outside === 0 && gapsOutside === 0;
}

/** The table: a line a meter, a line for all, and the days and gaps that lie outside. */
export function formatComparison(all: readonly ComparedMeter[]): string {
  const heads = ["meter", "days", "measured", "outside", "gaps", "inexact", "missing", "worst day", "total"];
  const counted = all.map((compared) => ({ name: compared.meter.sensorKey, ...countsOf(compared) }));
  const lines = [heads, ...counted.map(cells), cells({ name: "all", ...sumOf(counted) })];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
  return [...table, ...all.flatMap(outsiders)].join("\n");
}

function countsOf({ days, gaps }: ComparedMeter): MeterCounts {
  const measured = days.filter(({ state }) => state === "measured");
  const sum = (pick: (day: Comparison) => number): number => measured.reduce((total, day) => total + pick(day), 0);
  return {
    days: days.length,
    measured: measured.length,
    outside: measured.filter(isOutside).length,
    gaps: gaps.length,
    gapsOutside: gaps.filter(isOutside).length,
    missing: days.filter(({ state }) => state === "missing").length,
    worst: Math.max(0, ...measured.map((day) => Math.abs(day.native - day.trueNative) / day.tolerance)),
    deviation: sum(({ native }) => native) / sum(({ trueNative }) => trueNative) - 1,
  };
}

/** A hair is allowed for sums in binary. */
function isOutside({ trueNative, native, tolerance }: Comparison): boolean {
  return Math.abs(native - trueNative) > tolerance * (1 + 1e-9) + 1e-9;
}

function sumOf(meters: readonly MeterCounts[]): MeterCounts {
  const sum = (pick: (meter: MeterCounts) => number): number => meters.reduce((total, meter) => total + pick(meter), 0);
  return {
    days: sum(({ days }) => days),
    measured: sum(({ measured }) => measured),
    outside: sum(({ outside }) => outside),
    gaps: sum(({ gaps }) => gaps),
    gapsOutside: sum(({ gapsOutside }) => gapsOutside),
    missing: sum(({ missing }) => missing),
    worst: Math.max(...meters.map(({ worst }) => worst)),
    deviation: Math.max(...meters.map(({ deviation }) => Math.abs(deviation))),
  };
}

function cells(counts: MeterCounts & { readonly name: string }): string[] {
  const { name, days, measured, outside, gaps, gapsOutside, missing, worst, deviation } = counts;
  const numbers = [days, measured, outside, gaps, gapsOutside, missing].map(String);
  return [name, ...numbers, `${(100 * worst).toFixed(0)} %`, deviation.toExponential(1)];
}

function outsiders({ meter, days, gaps }: ComparedMeter): string[] {
  const measured = days.filter(({ state }) => state === "measured");
  return [...measured, ...gaps].filter(isOutside).map((outside) => {
    const { startMs, endMs, native, trueNative, tolerance } = outside;
    const period = [startMs, endMs].map((timeMs) => new Date(timeMs).toISOString().slice(0, 16)).join(" – ");
    return `outside: ${meter.sensorKey} ${period}: ${native.toFixed(3)} for ${trueNative.toFixed(3)} ± ${tolerance.toFixed(3)}`;
  });
}

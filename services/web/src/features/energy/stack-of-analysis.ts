import type { AnalysedPart, AnalysedSeries, BuildingAnalysis } from "../../api/analysis.ts";
import { runningIndex } from "../consumption/bucket-quality.ts";
import { bucketIn } from "./analysed-value.ts";
import type { EnergyUnit } from "./energy-choice.ts";
import type { EnergyStack } from "./energy-stack.ts";

/** Shares below this come from rounding and edges. */
const notable = 0.02;

export interface StackTexts {
  readonly nameOf: (series: AnalysedSeries) => string;
  readonly colourOf: (series: AnalysedSeries, index: number) => string;
}

/** Water is counted in m³: it has a place in a stack of euros, and none in one of kWh or CO2. */
export function drawnSeries(part: Pick<AnalysedPart, "series">, unit: EnergyUnit): AnalysedSeries[] {
  return part.series.filter(({ energy }) => unit === "eur" || energy !== "water");
}

/**
 * An analysis in one unit. `labels`: local starts of all buckets of the period, those to come included: the year before
 * is drawn under them all.
 */
export function stackOf(
  analysis: BuildingAnalysis,
  unit: EnergyUnit,
  { now, labels, texts }: { readonly now: Date; readonly labels: readonly string[]; readonly texts: StackTexts },
): EnergyStack {
  const { localStarts, timeZone, by, floorAreaM2, previous, heatingKd } = analysis;
  return {
    localStarts,
    running: by === "hour" || by === "day" || by === "month" ? runningIndex({ localStarts, by, timeZone }, now) : -1,
    parts: drawnSeries(analysis, unit).map((series, place) => ({
      id: series.key,
      name: texts.nameOf(series),
      colour: texts.colourOf(series, place),
      buckets: localStarts.map((_, index) => ({
        value: bucketIn(unit, series, index, floorAreaM2),
        native: nativeOf(series, index),
        measuredShare: series.measuredShare[index] ?? 0,
        estimatedShare: series.estimatedShare[index] ?? 0,
        missingShare: series.missingShare[index] ?? 1,
        reasons: series.reasons[index] ?? [],
      })),
    })),
    earlier: previous === null ? [] : earlierOf(previous, unit, floorAreaM2, labels),
    degreeDays: heatingKd?.some((degrees) => degrees !== null) ? heatingKd : [],
  };
}

/** What is known in the register's own unit where its kWh are not: m³ of gas whose coefficient nobody has said. */
function nativeOf(series: AnalysedSeries, index: number) {
  const value = series.native[index] ?? null;
  const { nativeUnit: unit } = series;
  return value === null || unit === null || (series.energyKwh[index] ?? null) !== null ? null : { value, unit };
}

/** The year before under the same dates; null where some of it is not known: a bar that is too low would accuse. */
function earlierOf(
  previous: AnalysedPart,
  unit: EnergyUnit,
  floorAreaM2: number | null,
  labels: readonly string[],
): (number | null)[] {
  const series = drawnSeries(previous, unit);
  const sums = new Map<string, number | null>();
  previous.localStarts.forEach((start, index) => {
    const values = series.map((one) =>
      (one.missingShare[index] ?? 1) > notable ? null : bucketIn(unit, one, index, floorAreaM2),
    );
    const whole = values.length > 0 && !values.includes(null);
    // The hour that comes twice in autumn is drawn beside the first of them.
    if (!sums.has(dateOf(start)))
      sums.set(dateOf(start), whole ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : null);
  });
  return labels.map((start) => sums.get(dateOf(start)) ?? null);
}

/** Month, day and hour: the same in every year. */
function dateOf(localStart: string): string {
  return localStart.slice(5, 13);
}

export interface YearComparison {
  readonly now: number | null;
  readonly earlier: number | null;
  /** (now − earlier) / earlier; null where nothing can be compared */
  readonly change: number | null;
  /** How many buckets that are over could be compared, 0 to 1 */
  readonly comparedShare: number;
}

/** Adds the buckets that are over and known whole on both sides: a period that runs, or has gaps, like for like. */
export function compareYears({ localStarts, running, parts, earlier }: EnergyStack): YearComparison {
  let [now, before, pairs] = [0, 0, 0];
  localStarts.forEach((_, index) => {
    const values = parts.map(({ buckets }) => {
      const bucket = buckets[index];
      return bucket === undefined || bucket.missingShare > notable ? null : bucket.value;
    });
    const year = earlier[index] ?? null;
    if (index === running || year === null || values.length === 0 || values.includes(null)) return;
    now += values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    before += year;
    pairs += 1;
  });
  const over = localStarts.length - (running >= 0 ? 1 : 0);
  if (pairs === 0) return { now: null, earlier: null, change: null, comparedShare: 0 };
  return { now, earlier: before, change: before > 0 ? (now - before) / before : null, comparedShare: pairs / over };
}

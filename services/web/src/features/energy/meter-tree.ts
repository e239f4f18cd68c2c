import type { AnalysedSeries } from "../../api/analysis.ts";

/** A meter, or what none of its sub-meters explains, in the order in which it is read. */
export interface MeterLine {
  readonly id: string;
  readonly meter: string;
  readonly name: string;
  readonly depth: number;
  readonly isRemainder: boolean;
  readonly energy: AnalysedSeries["energy"];
  /** kWh; null: not known, or none of its own (water) */
  readonly energyKwh: number | null;
  /** What it counts in a unit of its own (UCUM) where there are no kWh; null: nothing */
  readonly native: { readonly value: number; readonly unit: string } | null;
  /** Of the topmost meter above it; null where that is unknown or 0 */
  readonly share: number | null;
  readonly measuredShare: number;
  readonly missingShare: number;
  readonly reasons: AnalysedSeries["total"]["reasons"];
}

export interface TreeMeter {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly energy: string;
}

/**
 * The meters of an analysis by meter as a tree. The API gives the leaves and remainders; what stands above them is their
 * sum, unknown where one of them is.
 */
export function meterTree(meters: readonly TreeMeter[], series: readonly AnalysedSeries[]): MeterLine[] {
  const byKey = new Map(series.map((one) => [one.key, one]));
  const childrenOf = (id: string, energy: string) =>
    meters.filter((meter) => meter.parent === id && meter.energy === energy);
  const linesOf = (meter: TreeMeter, depth: number): MeterLine[] => {
    const leaf = byKey.get(meter.id);
    if (leaf !== undefined) return [lineOf(leaf, meter, depth)];
    const parts = childrenOf(meter.id, meter.energy).flatMap((child) => linesOf(child, depth + 1));
    const rest = byKey.get(`${meter.id}/remainder`);
    if (rest === undefined) return parts;
    const below = [...parts, lineOf(rest, meter, depth + 1)];
    const direct = below.filter((line) => line.depth === depth + 1);
    const known = direct.map(({ energyKwh }) => energyKwh);
    return [
      {
        ...lineOf(rest, meter, depth),
        id: meter.id,
        name: meter.name,
        isRemainder: false,
        energyKwh: known.includes(null) ? null : known.reduce<number>((sum, kwh) => sum + (kwh ?? 0), 0),
        reasons: rest.total.reasons.filter((reason) => reason !== "negativeRemainder"),
      },
      ...below,
    ];
  };
  const roots = meters.filter(({ parent }) => parent === null || !meters.some(({ id }) => id === parent));
  return roots.flatMap((root) => {
    const lines = linesOf(root, 0);
    const whole = lines[0]?.energyKwh ?? null;
    const shareOf = (kwh: number | null) => (kwh === null || whole === null || whole <= 0 ? null : kwh / whole);
    return lines.map((line) => ({ ...line, share: shareOf(line.energyKwh) }));
  });
}

function lineOf(series: AnalysedSeries, meter: TreeMeter, depth: number): MeterLine {
  const { total } = series;
  return {
    id: series.key,
    meter: meter.id,
    name: meter.name,
    depth,
    isRemainder: series.isRemainder,
    energy: series.energy,
    energyKwh: total.energyKwh,
    native:
      total.energyKwh === null && total.native !== null && series.nativeUnit !== null
        ? { value: total.native, unit: series.nativeUnit }
        : null,
    share: null,
    measuredShare: total.measuredShare,
    missingShare: total.missingShare,
    reasons: total.reasons,
  };
}

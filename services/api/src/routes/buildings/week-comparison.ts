import type { KnownTotal, WeekComparison } from "@gtb/contracts/buildings";
import type { BuildingWeekRow, WeekSpan } from "@gtb/database/queries/list-building-weeks";
import type { z } from "zod";

type Comparison = z.output<typeof WeekComparison>;
type Total = z.output<typeof KnownTotal>;

const nothingKnown: Total = { energyKwh: null, native: null, knownShare: 0 };

/** Rows of building, energy and span, as the comparisons of each building (uuid). */
export function toWeekComparisons(rows: readonly BuildingWeekRow[]): ReadonlyMap<string, Comparison[]> {
  const buildings = Map.groupBy(rows, ({ building }) => building);
  return new Map([...buildings].map(([building, ofBuilding]) => [building, comparisonsOf(ofBuilding)]));
}

function comparisonsOf(rows: readonly BuildingWeekRow[]): Comparison[] {
  return [...Map.groupBy(rows, ({ energy }) => energy)].flatMap(([energy, spans]) => {
    const [first] = spans;
    if (first === undefined) return [];
    const total = (span: WeekSpan): Total => toTotal(spans.find((row) => row.span === span));
    return {
      energy,
      nativeUnit: first.nativeUnit,
      weekStart: first.weekStart,
      until: first.until,
      thisWeek: total("thisWeek"),
      lastWeekSameSpan: total("lastWeekSameSpan"),
      lastWeek: total("lastWeek"),
    };
  });
}

function toTotal(row: BuildingWeekRow | undefined): Total {
  if (row === undefined) return nothingKnown;
  return { energyKwh: row.energyKwh, native: row.native, knownShare: row.knownShare };
}

import type { AnalysisGrouping, AnalysisSeries } from "@gtb/contracts/analysis";
import type { AnalysisMeterRow } from "@gtb/database/queries/list-analysis-meters";
import { reasonNames } from "@gtb/domain/energy/hour-reason";
import { addCells, type Cell, emptyCell, remainderOf, sharesOf, shownKwh, totalOf } from "./cell.ts";
import type { MeterCells } from "./meter-cells.ts";

interface Group extends Pick<AnalysisSeries, "key" | "label" | "energy" | "parent" | "isRemainder"> {
  readonly cells: readonly Cell[];
}

export interface Grouped {
  readonly series: AnalysisSeries[];
  readonly total: Cell;
}

/** The series of a grouping over the steps that begin at `starts`; together they are the roots' consumption. */
export function groupSeries(
  meters: readonly AnalysisMeterRow[],
  { cells }: Pick<MeterCells, "cells">,
  starts: readonly Date[],
  groupBy: AnalysisGrouping,
): Grouped {
  const cellsOf = (meter: AnalysisMeterRow): Cell[] =>
    starts.map((start) =>
      [...(cells.get(meter.meterId)?.get(start.getTime())?.values() ?? [])].reduce(addCells, emptyCell),
    );
  const roots = meters.filter((meter) => isRootOf(meter, meters));
  const groups =
    groupBy === "meter"
      ? roots.flatMap((root) => splitMeter(root, meters, cellsOf))
      : groupBy === "tariff_class"
        ? byClass(roots, cells, starts)
        : mergeGroups(roots.map((meter) => ({ ...headOf(meter, groupBy), cells: cellsOf(meter) })));
  const total = roots.flatMap(cellsOf).reduce(addCells, emptyCell);
  return { series: groups.map(toSeries), total };
}

/** Of a meter's own scope the meter itself is the root, whatever stands above it. */
function isRootOf(meter: AnalysisMeterRow, meters: readonly AnalysisMeterRow[]): boolean {
  if (meters.some(({ isRoot }) => isRoot)) return meter.isRoot;
  return !meters.some(({ meterId }) => meterId === meter.parentId);
}

/** A meter without sub-meters as it is; else its sub-meters, split likewise, and what none of them explains. */
function splitMeter(
  meter: AnalysisMeterRow,
  meters: readonly AnalysisMeterRow[],
  cellsOf: (meter: AnalysisMeterRow) => Cell[],
): Group[] {
  const children = meters.filter(({ parentId, energy }) => parentId === meter.meterId && energy === meter.energy);
  const parent = meters.find(({ meterId }) => meterId === meter.parentId)?.id ?? null;
  const head = { key: meter.id, label: meter.name, energy: meter.energy, parent, isRemainder: false };
  const own = cellsOf(meter);
  if (children.length === 0) return [{ ...head, cells: own }];
  const theirs = children.map(cellsOf);
  const rest = own.map((cell, step) =>
    remainderOf(
      cell,
      theirs.map((one) => one[step] ?? emptyCell),
    ),
  );
  return [
    ...children.flatMap((child) => splitMeter(child, meters, cellsOf)),
    { ...head, key: `${meter.id}/remainder`, parent: meter.id, isRemainder: true, cells: rest },
  ];
}

function headOf(
  meter: AnalysisMeterRow,
  groupBy: Exclude<AnalysisGrouping, "meter" | "tariff_class">,
): Omit<Group, "cells"> {
  const { energy } = meter;
  const [key, label] = {
    energy: [energy, null] as const,
    end_use: [meter.endUse ?? "unknown", null] as const,
    building: [meter.building, meter.buildingName] as const,
    building_use: [meter.buildingUse, null] as const,
  }[groupBy];
  return { key, label, energy, parent: null, isRemainder: false };
}

function byClass(roots: readonly AnalysisMeterRow[], cells: MeterCells["cells"], starts: readonly Date[]): Group[] {
  const groups = roots.flatMap((meter) => {
    const steps = cells.get(meter.meterId);
    const classes = new Set([...(steps?.values() ?? [])].flatMap((step) => [...step.keys()]));
    return [...classes].map((tariffClass) => ({
      ...{ key: tariffClass, label: null, energy: meter.energy, parent: null, isRemainder: false },
      cells: starts.map((start) => steps?.get(start.getTime())?.get(tariffClass) ?? emptyCell),
    }));
  });
  return mergeGroups(groups);
}

function mergeGroups(groups: readonly Group[]): Group[] {
  const merged = new Map<string, Group>();
  for (const group of groups) {
    const before = merged.get(group.key);
    if (before === undefined) merged.set(group.key, group);
    else
      merged.set(group.key, {
        ...before,
        energy: before.energy === group.energy ? before.energy : null,
        cells: before.cells.map((cell, step) => addCells(cell, group.cells[step] ?? emptyCell)),
      });
  }
  return [...merged.values()];
}

function toSeries({ cells, ...head }: Group): AnalysisSeries {
  const total = cells.reduce(addCells, emptyCell);
  const shares = cells.map(sharesOf);
  return {
    ...head,
    nativeUnit: total.unit ?? null,
    energyKwh: cells.map(shownKwh),
    native: cells.map(({ native, unit }) => (unit === null || total.unit === null ? null : native)),
    cost: cells.map(({ cost }) => cost),
    kgCo2e: cells.map(({ kgCo2e }) => kgCo2e),
    primaryKwh: cells.map(({ primaryKwh }) => primaryKwh),
    measuredShare: shares.map(({ measuredShare }) => measuredShare),
    estimatedShare: shares.map(({ estimatedShare }) => estimatedShare),
    missingShare: shares.map(({ missingShare }) => missingShare),
    reasons: cells.map(({ reasons }) => reasonNames(reasons)),
    total: totalOf(total),
  };
}

import type { MeterBalance } from "@gtb/contracts/meter-balance";
import type { AnalysisMeterRow } from "@gtb/database/queries/list-analysis-meters";
import { reasonNames } from "@gtb/domain/energy/hour-reason";
import type { z } from "zod";
import { addCells, type Cell, emptyCell, remainderOf, sharesOf, shownKwh, totalOf } from "./cell.ts";

type Parts = Pick<z.output<typeof MeterBalance>, "parent" | "children" | "childrenSum" | "remainder">;

/** So little below zero is the rounding of sums, in kWh. */
const roundingKwh = 1e-6;

/** A meter's cells against those of its sub-meters; each list has a cell a step, in one order. */
export function meterBalance(
  parent: readonly Cell[],
  children: readonly { readonly meter: AnalysisMeterRow; readonly cells: readonly Cell[] }[],
): Parts {
  const stepOf = (step: number): Cell[] => children.map(({ cells }) => cells[step] ?? emptyCell);
  const sum = parent.map((_, step) => sumOf(stepOf(step)));
  const rest = parent.map((cell, step) => remainderOf(cell, stepOf(step)));
  const shareOfParent = (cells: readonly Cell[]): number | null => shareOf(cells, parent);
  return {
    parent: columns(parent),
    children: children.map(({ meter, cells }) => ({
      ...{ meter: meter.id, name: meter.name, shareOfParent: shareOfParent(cells) },
      ...columns(cells),
    })),
    childrenSum: { ...columns(sum), shareOfParent: shareOfParent(sum) },
    remainder: {
      ...columns(rest),
      shareOfParent: shareOfParent(rest),
      isNegative: rest.map((cell) => (shownKwh(cell) ?? cell.native ?? 0) < -roundingKwh),
    },
  };
}

/** Unknown where one of them is: a sum of the others would look whole. Without any it is 0. */
function sumOf(cells: readonly Cell[]): Cell {
  if (cells.length === 0) return { ...emptyCell, energyKwh: 0 };
  const sum = cells.reduce(addCells, emptyCell);
  const isWhole = (pick: (cell: Cell) => number | null): boolean => cells.every((cell) => pick(cell) !== null);
  return { ...sum, energyKwh: isWhole(shownKwh) ? sum.energyKwh : null, native: isWhole(nativeOf) ? sum.native : null };
}

const nativeOf = ({ native }: Cell): number | null => native;

/** Over the steps of which both know something: else a part would be set against more than its whole. */
function shareOf(cells: readonly Cell[], parent: readonly Cell[]): number | null {
  const both = parent.flatMap((whole, step) => {
    const part = cells[step] ?? emptyCell;
    const [partKwh, wholeKwh] = [shownKwh(part), shownKwh(whole)];
    return partKwh === null || wholeKwh === null ? [] : [{ partKwh, wholeKwh }];
  });
  const whole = both.reduce((total, { wholeKwh }) => total + wholeKwh, 0);
  return whole > 0 ? both.reduce((total, { partKwh }) => total + partKwh, 0) / whole : null;
}

function columns(cells: readonly Cell[]): Parts["parent"] {
  const shares = cells.map(sharesOf);
  const { energyKwh, native, measuredShare, estimatedShare, missingShare, reasons } = totalOf(
    cells.reduce(addCells, emptyCell),
  );
  return {
    energyKwh: cells.map(shownKwh),
    native: cells.map(({ native: known, unit }) => (unit === null ? null : known)),
    measuredShare: shares.map((share) => share.measuredShare),
    estimatedShare: shares.map((share) => share.estimatedShare),
    missingShare: shares.map((share) => share.missingShare),
    reasons: cells.map((cell) => reasonNames(cell.reasons)),
    total: { energyKwh, native, measuredShare, estimatedShare, missingShare, reasons },
  };
}

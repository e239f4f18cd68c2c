import type { AnalysisTotal } from "@gtb/contracts/analysis";
import { hourReason, reasonNames } from "@gtb/domain/energy/hour-reason";

/** What is known of something in a step of time; sums of cells are cells. */
export interface Cell {
  readonly energyKwh: number | null;
  readonly native: number | null;
  /** UCUM; null: of several units, and `native` with it; undefined: of none yet. */
  readonly unit: string | null | undefined;
  /** Something is known that has no kWh though its energy should: a sum of the others would look whole. */
  readonly lacksKwh: boolean;
  readonly measuredHours: number;
  readonly estimatedHours: number;
  readonly expectedHours: number;
  readonly reasons: number;
  readonly cost: number | null;
  /** Of `energyKwh`, or of `native` where there are no kWh: what has a price, and what there is. */
  readonly costedPart: number;
  readonly costablePart: number;
  readonly kgCo2e: number | null;
  readonly primaryKwh: number | null;
}

export const emptyCell: Cell = {
  ...{ energyKwh: null, native: null, unit: undefined, lacksKwh: false, measuredHours: 0, estimatedHours: 0 },
  ...{ expectedHours: 0, reasons: 0, cost: null, costedPart: 0, costablePart: 0, kgCo2e: null, primaryKwh: null },
};

export function addCells(a: Cell, b: Cell): Cell {
  const unit = a.unit === undefined ? b.unit : b.unit === undefined || a.unit === b.unit ? a.unit : null;
  return {
    energyKwh: addKnown(a.energyKwh, b.energyKwh),
    native: unit === null ? null : addKnown(a.native, b.native),
    unit,
    lacksKwh: a.lacksKwh || b.lacksKwh,
    measuredHours: a.measuredHours + b.measuredHours,
    estimatedHours: a.estimatedHours + b.estimatedHours,
    expectedHours: a.expectedHours + b.expectedHours,
    reasons: a.reasons | b.reasons,
    cost: addKnown(a.cost, b.cost),
    costedPart: a.costedPart + b.costedPart,
    costablePart: a.costablePart + b.costablePart,
    kgCo2e: addKnown(a.kgCo2e, b.kgCo2e),
    primaryKwh: addKnown(a.primaryKwh, b.primaryKwh),
  };
}

/** What of a parent its sub-meters do not explain; unknown where one of them is. Below zero it is told as it is. */
export function remainderOf(parent: Cell, children: readonly Cell[]): Cell {
  const sum = children.reduce(addCells, emptyCell);
  const all = [parent, ...children];
  const minus = (pick: (cell: Cell) => number | null): number | null => {
    const values = all.map(pick);
    return values.includes(null)
      ? null
      : values.slice(1).reduce<number>((rest, value) => rest - (value ?? 0), values[0] ?? 0);
  };
  const share = (pick: (cell: Cell) => number): number =>
    Math.min(...all.map((cell) => (cell.expectedHours > 0 ? pick(cell) / cell.expectedHours : 0)));
  const measured = share(({ measuredHours }) => measuredHours);
  const known = share(({ measuredHours, estimatedHours }) => measuredHours + estimatedHours);
  const energyKwh = minus(shownKwh);
  return {
    ...{ energyKwh, native: sum.unit === parent.unit ? minus(({ native }) => native) : null, unit: parent.unit },
    lacksKwh: parent.lacksKwh || sum.lacksKwh,
    measuredHours: measured * parent.expectedHours,
    estimatedHours: Math.max(0, known - measured) * parent.expectedHours,
    expectedHours: parent.expectedHours,
    reasons: parent.reasons | sum.reasons | ((energyKwh ?? 0) < 0 ? hourReason.negativeRemainder : 0),
    cost: minus(({ cost }) => cost),
    costedPart: parent.costedPart - sum.costedPart,
    costablePart: parent.costablePart - sum.costablePart,
    kgCo2e: minus(({ kgCo2e }) => kgCo2e),
    primaryKwh: minus(({ primaryKwh }) => primaryKwh),
  };
}

export function shownKwh({ energyKwh, lacksKwh }: Cell): number | null {
  return lacksKwh ? null : energyKwh;
}

export function sharesOf({ measuredHours, estimatedHours, expectedHours }: Cell) {
  const share = (hours: number): number => (expectedHours > 0 ? Math.min(1, Math.max(0, hours / expectedHours)) : 0);
  const [measuredShare, estimatedShare] = [share(measuredHours), share(estimatedHours)];
  // Sums of single-precision shares are off by a hair.
  const missing = Math.max(0, 1 - measuredShare - estimatedShare);
  return { measuredShare, estimatedShare, missingShare: missing < 1e-6 ? 0 : missing };
}

export function totalOf(cell: Cell): AnalysisTotal {
  return {
    energyKwh: shownKwh(cell),
    native: cell.unit === null ? null : cell.native,
    cost: cell.cost,
    kgCo2e: cell.kgCo2e,
    primaryKwh: cell.primaryKwh,
    costedShare: cell.costablePart > 0 ? Math.min(1, Math.max(0, cell.costedPart / cell.costablePart)) : 0,
    ...sharesOf(cell),
    reasons: reasonNames(cell.reasons),
  };
}

function addKnown(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}

import type { Queryable } from "@gtb/database/pool";
import type { AnalysisMeterRow } from "@gtb/database/queries/list-analysis-meters";
import { listConsumptionAsOf } from "@gtb/database/queries/list-consumption-as-of";
import { type CostRow, listCosts } from "@gtb/database/queries/list-costs";
import { listEmissions } from "@gtb/database/queries/list-emissions";
import {
  listRegisterBuckets,
  type RegisterBucketRow,
  type RegisterBuckets,
} from "@gtb/database/queries/list-register-buckets";
import type { EnergyFactor } from "@gtb/domain/carbon/energy-factor";
import { addCells, type Cell, emptyCell } from "./cell.ts";
import { currencyOf } from "./currency-of.ts";

export interface MeterCells {
  /** By meter (inner id) and step (ms since 1970), then by tariff class. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<string, Cell>>>;
  readonly currency: string | null;
  readonly factors: readonly EnergyFactor[];
}

export interface CellRequest extends RegisterBuckets {
  readonly meters: readonly AnalysisMeterRow[];
  readonly asOf: Date | undefined;
}

/** What meters used in each step, with its costs and emissions. A meter's money stands with its first tariff class. */
export async function readMeterCells(db: Queryable, request: CellRequest): Promise<MeterCells> {
  const rows = await readRegisters(db, request);
  const cells = new Map<number, Map<number, Map<string, Cell>>>();
  const energies = new Map(request.meters.map(({ meterId, energy }) => [meterId, energy]));
  for (const row of rows) {
    const cell = registerCell(row, energies.get(row.meterId) !== "water");
    mergeInto(cells, row.meterId, row.start, row.tariffClass.toLowerCase(), cell);
  }
  const money = { ...request, knownAt: request.asOf };
  const costs = await listCosts(db, money);
  const currency = currencyOf(costs);
  for (const row of currency === undefined ? [] : costs)
    mergeInto(cells, row.meterId, row.start, undefined, costCell(row));
  const { rows: emissions, factors } = await listEmissions(db, money);
  for (const { meterId, start, energyKwh, kgCo2e, co2eKwh, primaryKwh, primaryOfKwh } of emissions) {
    // Without a factor what is emitted is unknown; without any use it is 0.
    const lacks = (ofKwh: number) => ofKwh === 0 && energyKwh !== 0;
    const known = { kgCo2e: lacks(co2eKwh) ? null : kgCo2e, primaryKwh: lacks(primaryOfKwh) ? null : primaryKwh };
    mergeInto(cells, meterId, start, undefined, { ...emptyCell, ...known });
  }
  return { cells, currency: currency ?? null, factors };
}

/** As known now, or what of it was known at an instant: what was to be expected is the same. */
export async function readRegisters(
  db: Queryable,
  request: RegisterBuckets & Pick<CellRequest, "asOf">,
): Promise<RegisterBucketRow[]> {
  const rows = await listRegisterBuckets(db, request);
  const { asOf } = request;
  if (asOf === undefined) return rows;
  const registerIds = [...new Set(rows.map(({ registerId }) => registerId))];
  const before = await listConsumptionAsOf(db, { ...request, registerIds, asOf });
  const known = new Map(before.map((row) => [`${row.registerId} ${row.start.getTime()}`, row]));
  return rows.map((row) => {
    const then = known.get(`${row.registerId} ${row.start.getTime()}`);
    const nothing = { native: null, energyKwh: null, measuredHours: 0, estimatedHours: 0, reasons: 0 };
    return { ...row, ...(then ?? nothing) };
  });
}

export function registerCell(row: RegisterBucketRow, hasKwh: boolean): Cell {
  const { native, energyKwh, unit, measuredHours, estimatedHours, expectedHours, reasons } = row;
  const lacksKwh = hasKwh && native !== null && energyKwh === null;
  return { ...emptyCell, native, energyKwh, unit, lacksKwh, measuredHours, estimatedHours, expectedHours, reasons };
}

function costCell(row: CostRow): Cell {
  const byKwh = row.energyKwh !== null;
  const costedPart = byKwh ? row.costedKwh : row.costedNative;
  const costablePart = byKwh ? (row.energyKwh ?? 0) : (row.native ?? 0);
  const hasPrice = row.currency !== null && (costedPart > 0 || row.fixedInclTax !== 0 || costablePart === 0);
  return { ...emptyCell, cost: hasPrice ? row.variableInclTax + row.fixedInclTax : null, costedPart, costablePart };
}

/** Without a class: with the first that is there. */
function mergeInto(
  cells: Map<number, Map<number, Map<string, Cell>>>,
  meterId: number,
  start: Date,
  tariffClass: string | undefined,
  cell: Cell,
): void {
  const ofMeter = cells.get(meterId) ?? new Map<number, Map<string, Cell>>();
  const ofStep = ofMeter.get(start.getTime()) ?? new Map<string, Cell>();
  const key = tariffClass ?? [...ofStep.keys()][0] ?? "base";
  ofStep.set(key, addCells(ofStep.get(key) ?? emptyCell, cell));
  cells.set(meterId, ofMeter.set(start.getTime(), ofStep));
}

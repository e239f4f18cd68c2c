import type { Connection } from "@gtb/database/pool";
import { type DependentRow, listDependents } from "@gtb/database/queries/list-dependents";
import { listInputs } from "@gtb/database/queries/list-inputs";
import { lockRegisters } from "@gtb/database/queries/lock-registers";

/** The registers to compute and what follows from them. */
export interface RegisterGraph {
  readonly virtualIds: ReadonlySet<number>;
  /** Virtual registers by how far they stand from physical ones: each level needs only those before it. */
  readonly levels: readonly (readonly DependentRow[])[];
}

/**
 * Locks the registers, all that they follow from and all that follows from them: physical ones first, each kind in the
 * order of ids. So two transactions with a dependent in common wait for each other and never in a circle, and a virtual
 * register is computed from inputs that nobody is computing meanwhile.
 */
export async function lockRegisterGraph(
  connection: Connection,
  registerIds: readonly number[],
): Promise<RegisterGraph> {
  const above = await listInputs(connection, registerIds);
  await lockRegisters(
    connection,
    above.filter(({ isVirtual }) => !isVirtual).map(({ registerId }) => registerId),
  );
  const dependents = await listDependents(connection, registerIds);
  const virtualAbove = above.filter(({ isVirtual }) => isVirtual).map(({ registerId }) => registerId);
  const virtual = new Set([...virtualAbove, ...dependents.map(({ registerId }) => registerId)]);
  if (virtual.size === 0) return { virtualIds: virtual, levels: [] };
  await lockRegisters(connection, [...virtual]);
  const asked = virtualAbove.filter(
    (id) => registerIds.includes(id) && !dependents.some((row) => row.registerId === id),
  );
  return {
    virtualIds: virtual,
    levels: toLevels([...asked.map((registerId) => ({ registerId, inputIds: [] })), ...dependents]),
  };
}

/** A register without inputs among `rows` is of the first level. The database refuses circles. */
function toLevels(rows: readonly DependentRow[]): DependentRow[][] {
  const levels: DependentRow[][] = [];
  let left = [...rows];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ registerId }) => registerId));
    const level = left.filter(({ inputIds }) => !inputIds.some((id) => waiting.has(id)));
    if (level.length === 0) throw new Error("formulas follow from each other in a circle");
    levels.push(level);
    left = left.filter((row) => !level.includes(row));
  }
  return levels;
}

/**
 * What a virtual register counts, as it is stored and sent. Leaves name registers, or meters: those stand for all their
 * counted registers of a direction. Ids are uuids.
 *
 * sum: added up. difference: `from` less all of `minus`. share: the part of a whole, both in one unit that the reader
 * knows (m², flats); the numbers stay, so that the reason of the share can be seen. prefer: sources of one and the same
 * energy, the best first.
 */
export type Formula =
  | MeterLeaf
  | { readonly register: string }
  | { readonly op: "sum"; readonly of: readonly Formula[] }
  | { readonly op: "difference"; readonly from: Formula; readonly minus: readonly Formula[] }
  | { readonly op: "share"; readonly of: Formula; readonly part: number; readonly whole: number }
  | { readonly op: "prefer"; readonly of: readonly Formula[] };

interface MeterLeaf {
  readonly meter: string;
  readonly direction?: "import" | "export" | undefined;
}

export type FormulaLeaf = MeterLeaf | { readonly register: string };

export function isLeaf(formula: Formula): formula is FormulaLeaf {
  return !("op" in formula);
}

/** One name for what a leaf stands for. */
export function leafKey(leaf: FormulaLeaf): string {
  return "meter" in leaf ? `${leaf.meter}:${leaf.direction ?? "import"}` : leaf.register;
}

/** The formulas that a formula is made of; none of a leaf. */
export function partsOf(formula: Formula): readonly Formula[] {
  if (isLeaf(formula)) return [];
  if (formula.op === "difference") return [formula.from, ...formula.minus];
  return formula.op === "share" ? [formula.of] : formula.of;
}

/** Every leaf once, in the order in which they are named. */
export function formulaLeaves(formula: Formula): FormulaLeaf[] {
  const leaves = isLeaf(formula) ? [formula] : partsOf(formula).flatMap(formulaLeaves);
  return [...new Map(leaves.map((leaf) => [leafKey(leaf), leaf])).values()];
}

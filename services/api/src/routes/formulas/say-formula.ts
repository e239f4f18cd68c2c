import type { Connection } from "@gtb/database/pool";
import { findFormulaCircle } from "@gtb/database/queries/find-formula-circle";
import { setRegisterFormula } from "@gtb/database/queries/set-register-formula";
import type { Formula } from "@gtb/domain/energy/formula";
import { partsOf } from "@gtb/domain/energy/formula";
import { ProblemError, referred } from "../../problem-error.ts";

const deepest = 8;

/** Says a formula of a virtual register (uuid); a problem where it cannot be meant. */
export async function sayFormula(
  db: Connection,
  register: string,
  said: { readonly expression: Formula; readonly validFrom: Date | null },
): Promise<void> {
  refuseSenseless(said.expression, "body.expression", 1);
  const circle = await findFormulaCircle(db, register, said.expression);
  if (circle.length > 0)
    throw new ProblemError("formula_cycle", `The formula goes round through: ${circle.join(", ")}.`, [
      { path: "body.expression", message: `follows from this register already: ${circle.join(", ")}` },
    ]);
  const named = await setRegisterFormula(db, register, said);
  referred(named || undefined, "A register or meter that the formula names");
}

/** A part that is more than its whole, and formulas within formulas that nobody would follow. */
function refuseSenseless(formula: Formula, path: string, depth: number): void {
  if (depth > deepest)
    throw new ProblemError("invalid_request", `A formula has at most ${deepest} levels.`, [
      { path, message: "too deep" },
    ]);
  if ("op" in formula && formula.op === "share" && formula.part > formula.whole)
    throw new ProblemError("invalid_request", "A part is no more than its whole.", [
      { path: `${path}.part`, message: `at most ${formula.whole} expected` },
    ]);
  for (const part of partsOf(formula)) refuseSenseless(part, path, depth + 1);
}

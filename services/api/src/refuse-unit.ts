import { unitsOf } from "@gtb/domain/units/quantity";
import { ProblemError } from "./problem-error.ts";

/** A problem where a body's unit (UCUM) is none in which its quantity is kept. */
export function refuseUnit(quantity: Parameters<typeof unitsOf>[0], unit: string): void {
  const units: readonly string[] = unitsOf(quantity);
  if (units.includes(unit)) return;
  throw new ProblemError("unit_does_not_fit", `Values of ${quantity} are kept in ${units.join(" or ")}.`, [
    { path: "body.unit", message: `one of ${units.join(", ")} expected` },
  ]);
}

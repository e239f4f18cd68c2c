import type { RegisterParameterPeriod } from "@gtb/contracts/register-parameters";
import type { z } from "zod";

export type ParameterPeriod = z.output<typeof RegisterParameterPeriod>;
export type Weight = Pick<ParameterPeriod, "unitPerCount" | "ctRatio">;

/** Raw counts of an index in the register's unit. */
export function toCounts(index: number, { unitPerCount, ctRatio }: Weight): number {
  // 84,512.3 ÷ 0.1 is 845,123, not 845,122.999…
  return Number((index / (unitPerCount * ctRatio)).toPrecision(15));
}

/** The index, in the register's unit, of raw counts. */
export function toIndex(counts: number, { unitPerCount, ctRatio }: Weight): number {
  return Number((counts * unitPerCount * ctRatio).toPrecision(15));
}

/** What is believed now of how counts are meant at a time; undefined where nothing is said of it. */
export function parameterAt(parameters: readonly ParameterPeriod[], time: Date): ParameterPeriod | undefined {
  return parameters.find(
    ({ knownTo, validFrom, validTo }) =>
      knownTo === null && (validFrom === null || validFrom <= time) && (validTo === null || time < validTo),
  );
}

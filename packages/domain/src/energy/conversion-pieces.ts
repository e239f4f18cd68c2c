import { type Period, type RegisterSetup, validAt } from "./register.ts";

/** A stretch of time in which raw values mean one and the same thing. */
export interface ConversionPiece extends Period {
  /** The register's unit per raw value; undefined: no parameter holds. */
  readonly unitPerValue: number | undefined;
  readonly kwhPerUnit: number | undefined;
}

/** All of time, cut where a parameter or a coefficient begins or ends, in order. */
export function conversionPieces({ parameters, kwhPerUnit }: RegisterSetup): ConversionPiece[] {
  const bounds = new Set([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  for (const { fromMs, toMs } of [...parameters, ...kwhPerUnit]) bounds.add(fromMs).add(toMs);
  const sorted = [...bounds].sort((a, b) => (a < b ? -1 : 1));
  return sorted.slice(1).map((toMs, index) => {
    const fromMs = sorted[index] ?? Number.NEGATIVE_INFINITY;
    const parameter = validAt(parameters, fromMs);
    return {
      fromMs,
      toMs,
      unitPerValue: parameter && parameter.unitPerCount * parameter.ctRatio,
      kwhPerUnit: validAt(kwhPerUnit, fromMs)?.kwhPerUnit,
    };
  });
}

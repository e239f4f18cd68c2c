import type { CurveMeter } from "./declare-meters.ts";

export interface CurveFile {
  readonly bytes: Buffer;
  readonly lines: number;
  /** kWh of each meter, by its register */
  readonly sums: ReadonlyMap<string, number>;
  readonly linesOfEach: number;
}

const stepMs = 600_000;
const startMs = Date.UTC(2024, 0, 1);

/** Mean powers of ten minutes of several PRM in one table, as the flow R63 gives them; each value is another. */
export function writeCurves(meters: readonly CurveMeter[], linesOfEach: number): CurveFile {
  const parts = ["Identifiant PRM;Unité;Horodate;Valeur;Pas\n"];
  const sums = new Map<string, number>();
  for (const [place, { prm, register }] of meters.entries()) {
    let watts = 0;
    for (let step = 1; step <= linesOfEach; step++) {
      const value = 1_000 + ((step * 7919 + place * 104_729) % 50_000);
      watts += value;
      parts.push(`${prm};W;${new Date(startMs + step * stepMs).toISOString()};${value};PT10M\n`);
    }
    sums.set(register, (watts * stepMs) / 3_600_000 / 1_000);
  }
  return { bytes: Buffer.from(parts.join("")), lines: meters.length * linesOfEach, sums, linesOfEach };
}

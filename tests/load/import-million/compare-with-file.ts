import { createPool } from "@gtb/database/pool";
import { sumOfRegister } from "@gtb/database/testing/sum-of-register";
import type { CurveFile } from "./curve-file.ts";
import type { CurveMeter } from "./declare-meters.ts";

/** What is stored otherwise than the file has it: a count or a sum of a meter. Besides the lines, each has its first start. */
export async function compareWithFile(
  databaseUrl: string,
  meters: readonly CurveMeter[],
  { sums, linesOfEach }: CurveFile,
): Promise<string[]> {
  const pool = createPool({ databaseUrl, applicationName: "gtb-import-million" });
  const faults: string[] = [];
  for (const { prm, register } of meters) {
    const { readings, sum } = await sumOfRegister(pool, register);
    const expected = sums.get(register) ?? Number.NaN;
    if (readings !== linesOfEach + 1) faults.push(`${prm}: ${readings} readings instead of ${linesOfEach + 1}`);
    if (Math.abs(sum - expected) > 1e-6 * expected) faults.push(`${prm}: ${sum} kWh instead of ${expected}`);
  }
  await pool.end();
  return faults;
}

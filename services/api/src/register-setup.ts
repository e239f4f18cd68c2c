import type { RegisterSetup } from "@gtb/contracts/register-parameters";
import type { Connection } from "@gtb/database/pool";
import { listRegisterParameters, listRegisterPoints } from "@gtb/database/queries/list-register-parameters";
import type { z } from "zod";

/** All that was ever said of a register (uuid), with the job that computes it again. */
export async function readRegisterSetup(
  db: Connection,
  register: string,
  job: string | null,
): Promise<z.output<typeof RegisterSetup>> {
  const parameters = await listRegisterParameters(db, register);
  return { parameters, points: await listRegisterPoints(db, register), job };
}

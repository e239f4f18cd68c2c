import { enqueueRecompute } from "@gtb/database/queries/enqueue-recompute";
import { WrongUse } from "../exit-code.ts";
import { withDatabase } from "../with-database.ts";

export interface RecomputeOptions {
  readonly building?: string;
  readonly meter?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly json: boolean;
}

/** `gtb recompute`: queues the recomputing of hourly consumption, one job a register. */
export function recompute({ building, meter, from, to, json }: RecomputeOptions): Promise<void> {
  if (from !== undefined && to !== undefined && from >= to) throw new WrongUse("--from doit précéder --to.");
  return withDatabase(async (pool) => {
    const registers = await enqueueRecompute(pool, { building, meter, from, to });
    if (registers === 0 && (building ?? meter) !== undefined)
      throw new WrongUse("Aucun registre ne répond à ce choix.");
    if (json) process.stdout.write(`${JSON.stringify({ registers })}\n`);
    else process.stdout.write(`${registers} registre(s) à recalculer : suivre avec gtb jobs --kind recompute\n`);
  });
}

import { access, constants } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Pool } from "@gtb/database/pool";
import { enqueueJob } from "@gtb/database/queries/enqueue-job";
import { WrongUse } from "../exit-code.ts";
import { followJob } from "../follow-job.ts";
import { withDatabase } from "../with-database.ts";

export interface ImportOptions {
  readonly name?: string;
  /** False: return once the job is queued. */
  readonly wait: boolean;
  readonly json: boolean;
}

/**
 * `gtb import <file>`: queues the import of a CSV file (`point,time,value`, .gz or not) and follows it to its end.
 * The worker reads the file itself, so both must see it under the same path.
 */
export async function importReadings(file: string, options: ImportOptions): Promise<void> {
  const path = resolve(file);
  await access(path, constants.R_OK).catch(() => {
    throw new WrongUse(`Fichier illisible : ${path}`);
  });
  await withDatabase(async (pool) => {
    const job = await enqueue(pool, path, options.name ?? basename(path));
    process.stderr.write(`tâche ${job} en file\n`);
    if (options.wait) await followJob(pool, job, options.json);
    else if (options.json) process.stdout.write(`${JSON.stringify({ id: job, state: "queued" })}\n`);
  });
}

async function enqueue(pool: Pool, file: string, name: string): Promise<string> {
  const payload = { file, name };
  const job = await enqueueJob(pool, { kind: "import-readings", dedupeKey: name, priority: 10, payload });
  if (job === undefined) throw new Error(`Un import nommé « ${name} » attend déjà : voir gtb jobs, ou donnez --name.`);
  return job;
}

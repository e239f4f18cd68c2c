import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "@gtb/database/pool";
import { getJob } from "@gtb/database/queries/get-job";
import type { JobRow } from "@gtb/database/queries/list-jobs";
import { showProgress } from "./commands/list-jobs.ts";

/**
 * Tells a job's progress on standard error until it ends, then prints its result. Throws when it failed for good.
 * Leaving early (Ctrl-C) leaves the job to its worker.
 */
export async function followJob(pool: Pool, id: string, json: boolean): Promise<void> {
  let told = "";
  for (;;) {
    const job = await getJob(pool, id);
    if (job === undefined) throw new Error(`La tâche ${id} n'existe plus.`);
    if (job.state === "done" || job.state === "failed") return conclude(job, json);
    const now = `${job.state === "queued" ? "en attente" : "en cours"} : ${showProgress(job)}`;
    if (now !== told) process.stderr.write(`${now}\n`);
    told = now;
    await delay(500);
  }
}

function conclude({ createdText: _, ...job }: JobRow, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(job)}\n`);
  if (job.state === "failed") throw new Error(`La tâche a échoué : ${job.message ?? "sans message"}`);
  if (!json) process.stdout.write(`fait : ${showProgress(job)} ${job.message ?? ""}\n`);
}

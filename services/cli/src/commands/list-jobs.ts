import { type JobRow, type JobState, listJobs } from "@gtb/database/queries/list-jobs";
import { print, showTime } from "../print.ts";
import { withDatabase } from "../with-database.ts";

export interface JobListOptions {
  readonly kind?: string;
  readonly state?: JobState;
  readonly limit: number;
  readonly json: boolean;
}

const stateNames: Readonly<Record<JobState, string>> = {
  queued: "en attente",
  running: "en cours",
  done: "faite",
  failed: "en échec",
};

/** `gtb jobs`: the newest jobs. */
export function listJobsCommand({ kind, state, limit, json }: JobListOptions): Promise<void> {
  return withDatabase(async (pool) => {
    print(json, {
      rows: (await listJobs(pool, { kind, state, limit })).map(({ createdText: _, ...row }) => row),
      columns: {
        Tâche: ({ id }) => id,
        Genre: (job) => job.kind,
        État: (job) => stateNames[job.state],
        Avancement: showProgress,
        Essais: ({ attempts, maxAttempts }) => `${attempts}/${maxAttempts}`,
        "Mise en file": ({ createdAt }) => showTime(createdAt),
        Fin: ({ finishedAt }) => showTime(finishedAt),
        Message: ({ message }) => message ?? "",
      },
    });
  });
}

export function showProgress({ progressDone, progressTotal }: Pick<JobRow, "progressDone" | "progressTotal">): string {
  const done = progressDone.toLocaleString("fr-FR");
  if (progressTotal === null || progressTotal === 0) return done;
  const percent = Math.floor((100 * progressDone) / progressTotal);
  return `${done} / ${progressTotal.toLocaleString("fr-FR")} (${percent} %)`;
}

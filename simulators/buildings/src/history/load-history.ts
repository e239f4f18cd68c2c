import { access } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Pool } from "@gtb/database/pool";
import { enqueueJob } from "@gtb/database/queries/enqueue-job";
import { type ImportJobState, listImportJobs } from "@gtb/database/queries/list-import-jobs";
import type { PointIds } from "../demonstrator/declare-building.ts";
import type { SimulatedBuilding } from "../simulated-building.ts";
import { writeHistoryFile } from "./history-file.ts";
import { type HistoryPeriod, historyPeriods } from "./history-periods.ts";

const namePrefix = "demonstrator history ";

export interface HistoryPart {
  readonly buildingKey: string;
  readonly period: HistoryPeriod;
  readonly name: string;
  readonly file: string;
  readonly priority: number;
  /** Its job exists: only the file has to be made. */
  readonly queued: boolean;
}

export interface HistoryPlace {
  /** Where the files are written, as the import's worker sees it; an absolute path. */
  readonly folder: string;
  readonly liveFromMs: number;
}

/** What is left to do of the history, the newest periods first: nothing is written or queued a second time. */
export async function missingHistory(
  pool: Pool,
  buildingKeys: readonly string[],
  { folder, liveFromMs }: HistoryPlace,
): Promise<HistoryPart[]> {
  const jobs = new Map((await listImportJobs(pool, namePrefix)).map((job) => [job.name, job]));
  const missing: HistoryPart[] = [];
  for (const [index, period] of historyPeriods(liveFromMs).entries()) {
    for (const buildingKey of buildingKeys) {
      const late = period.isLate ? " late" : "";
      const name = `${namePrefix}${new Date(period.fromMs).toISOString().slice(0, 10)}${late} ${buildingKey}`;
      const job = jobs.get(name);
      const file = job?.file ?? join(folder, `${name.slice(namePrefix.length).replaceAll(" ", "-")}.csv.gz`);
      // Below other work, and the older the later.
      const part = { buildingKey, period, name, file, priority: -1 - index, queued: job !== undefined };
      if (await isMissing(job)) missing.push(part);
    }
  }
  return missing;
}

/** Writes each part's file and queues its import. `onPart` is told the readings written. Stops early on `signal`. */
export async function loadHistory(
  pool: Pool,
  buildings: readonly SimulatedBuilding[],
  parts: readonly HistoryPart[],
  options: {
    readonly points: PointIds;
    readonly signal: AbortSignal;
    readonly onPart: (part: HistoryPart, readings: number) => void;
  },
): Promise<void> {
  const byKey = new Map(buildings.map((building) => [building.plan.key, building]));
  for (const part of parts) {
    const building = byKey.get(part.buildingKey);
    if (options.signal.aborted || building === undefined) return;
    const readings = await writeHistoryFile(part.file, building, part.period, options.points);
    const { file, name, priority } = part;
    if (!part.queued)
      await enqueueJob(pool, { kind: "import-readings", dedupeKey: name, priority, payload: { file, name } });
    options.onPart(part, readings);
    // Live uplinks go first.
    await setImmediate();
  }
}

async function isMissing(job: ImportJobState | undefined): Promise<boolean> {
  if (job === undefined) return true;
  if (job.state === "done" || job.state === "failed") return false;
  return access(job.file).then(
    () => false,
    () => true,
  );
}

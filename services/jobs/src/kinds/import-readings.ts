import type { LeasedJob } from "@gtb/database/queries/lease-job";
import { z } from "zod";
import { countLines, openReadingsFile } from "../import/open-readings-file.ts";
import { ReadingsImport } from "../import/readings-import.ts";
import type { JobMetrics } from "../metrics.ts";
import type { JobKind } from "../runner/job-kind.ts";
import type { JobRun } from "../runner/job-run.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({
  /** Absolute path, as this worker sees it. */
  file: z.string().startsWith("/"),
  name: z.string().min(1),
});

/** Lines in one transaction. */
const batchSize = 5_000;

/**
 * Imports a CSV file of readings (`point,time,value`). A line that cannot be stored is told with its number and the rest
 * goes through. Cut off, it goes on behind the last line that was committed; run twice, it changes nothing.
 */
export function importReadingsKind(metrics: JobMetrics): JobKind {
  return {
    kind: "import-readings",
    run: async (run, job) => {
      const { file, name } = readPayload(payloadSchema, job);
      const total = await countLines(file, run.signal);
      const readings = new ReadingsImport({ run, job, name, total, metrics });
      await feed(readings, file, run, job);
      return readings.summary();
    },
  };
}

async function feed(readings: ReadingsImport, file: string, run: JobRun, job: LeasedJob): Promise<void> {
  let waiting = 0;
  let line = 0;
  for await (const record of openReadingsFile(file, run.signal)) {
    line++;
    await readings.add(record, { stored: line <= job.progressDone });
    if (line <= job.progressDone || ++waiting < batchSize) continue;
    await readings.store(line);
    waiting = 0;
  }
  await readings.store(line);
}

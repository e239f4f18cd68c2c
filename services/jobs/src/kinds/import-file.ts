import { ImportMapping } from "@gtb/contracts/import-mapping";
import type { LeasedJob } from "@gtb/database/queries/lease-job";
import { listImportRegisters } from "@gtb/database/queries/list-import-registers";
import {
  addToImportRun,
  finishImportRun,
  type ImportRunSetup,
  loadImportRun,
} from "@gtb/database/queries/load-import-run";
import { readImportChunk } from "@gtb/database/queries/read-import-chunk";
import { listImportedPoints } from "@gtb/database/queries/withdraw-import";
import { LineConverter, MappingMisfit } from "@gtb/domain/files-in/line-converter";
import { countFileLines } from "@gtb/readings/files-in/count-lines";
import { readRecords } from "@gtb/readings/files-in/read-records";
import { UnreadableFile } from "@gtb/readings/files-in/unreadable-file";
import { withdrawImportFile } from "@gtb/readings/files-in/withdraw-import-file";
import { z } from "zod";
import { FileImport } from "../import/file-import.ts";
import { ValueResolver } from "../import/resolve-values.ts";
import type { JobMetrics } from "../metrics.ts";
import { type JobKind, PermanentError } from "../runner/job-kind.ts";
import type { JobRun } from "../runner/job-run.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({ run: z.uuid() });

/**
 * Checks, imports or takes back a file that somebody brought. Cut off, it goes on behind the last line that was committed;
 * run twice, it changes nothing. A file or mapping that is no use fails at once, with the reason for who brought it.
 */
export function importFileKind(metrics: JobMetrics): JobKind {
  return {
    kind: "import-file",
    run: async (run, job) => {
      const { run: source } = readPayload(payloadSchema, job);
      const setup = await loadImportRun(run.pool, source);
      if (setup === undefined) throw new PermanentError("L'import n'existe plus.");
      if (setup.finished) return undefined;
      try {
        if (setup.kind === "undo") await takeBack(run, setup);
        else await readFile({ run, job, setup, source, metrics });
      } catch (error) {
        if (!(error instanceof UnreadableFile || error instanceof MappingMisfit)) throw error;
        await run.transaction((connection) => finishImportRun(connection, setup.runId, error.message));
        throw new PermanentError(error.message);
      }
      await run.transaction((connection) => finishImportRun(connection, setup.runId, null));
      return setup.name;
    },
  };
}

interface Reading {
  readonly run: JobRun;
  readonly job: LeasedJob;
  readonly setup: ImportRunSetup;
  readonly source: string;
  readonly metrics: JobMetrics;
}

async function readFile({ run, job, setup, source, metrics }: Reading): Promise<void> {
  const mapping = ImportMapping.safeParse(setup.mapping);
  if (!mapping.success) throw new MappingMisfit("Le format enregistré n'est plus valable : choisissez-le à nouveau.");
  const registers = await listImportRegisters(run.pool, setup.organisation);
  const resolver = new ValueResolver(run.pool, setup.organisationId, registers);
  const total = await countFileLines(chunksOf(run, setup.file));
  const converter = new LineConverter(mapping.data);
  const file = new FileImport({ run, source, setup, converter, resolver, total, metrics });
  let record = 0;
  for await (const line of readRecords(chunksOf(run, setup.file), mapping.data)) {
    run.signal.throwIfAborted();
    record++;
    file.add(line, record <= job.progressDone);
    if (file.isFull) await file.commit(Math.max(record, job.progressDone));
  }
  await file.finish(record);
}

async function* chunksOf(run: JobRun, file: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const chunk = await readImportChunk(run.pool, file, number);
    if (chunk === undefined) return;
    yield chunk;
  }
}

/** Point by point, each in its own transaction: taking back again finds nothing more. */
async function takeBack(run: JobRun, { runId, name }: ImportRunSetup): Promise<void> {
  const places = await run.transaction((connection) => listImportedPoints(connection, runId));
  for (const [index, place] of places.entries()) {
    await run.transaction(async (connection) => {
      const inserted = await withdrawImportFile(connection, { runId, reason: name }, place);
      await addToImportRun(connection, runId, { lines: 0, refused: 0, inserted, superseded: 0, unchanged: 0 });
      await run.progress(index + 1, places.length, connection);
    });
  }
}

import { deleteIdempotencyKeys } from "@gtb/database/queries/delete-idempotency-keys";
import { deleteDoneJobs } from "@gtb/database/queries/delete-old-jobs";
import { dropOldReadings } from "@gtb/database/queries/drop-old-readings";
import { pruneImportFiles } from "@gtb/database/queries/prune-import-files";
import { pruneReadingChanges } from "@gtb/database/queries/prune-reading-changes";
import type { JobKind } from "../runner/job-kind.ts";

/** Kinds that are queued by the clock and say nothing to people once they are done. */
const routineKinds = ["consumption", "climate", "housekeeping", "seal-audit"];
const keptMs = 15 * 60_000;
/** So long a create may be sent again with its idempotency key. */
const keysKeptMs = 24 * 3_600_000;

const dayMs = 86_400_000;

interface KeptDays {
  readonly importFileDays: number;
  /** undefined: for ever */
  readonly readingDays?: number | undefined;
}

/**
 * Clears away what nobody needs any more: outbox rows that every stage has read, routine jobs that are done, the bytes of files
 * that were brought more than `importFileDays` ago, readings that are older than `readingDays`.
 */
export function housekeepingKind({ importFileDays, readingDays }: KeptDays): JobKind {
  return {
    kind: "housekeeping",
    run: async (run) => {
      await run.transaction(async (connection) => {
        await pruneReadingChanges(connection);
        await deleteIdempotencyKeys(connection, new Date(Date.now() - keysKeptMs));
        await deleteDoneJobs(connection, routineKinds, new Date(Date.now() - keptMs));
        if (readingDays !== undefined) await dropOldReadings(connection, new Date(Date.now() - readingDays * dayMs));
        await pruneImportFiles(connection, new Date(Date.now() - importFileDays * dayMs));
      });
      return undefined;
    },
  };
}

import { deleteDoneJobs } from "@gtb/database/queries/delete-old-jobs";
import { pruneReadingChanges } from "@gtb/database/queries/prune-reading-changes";
import type { JobKind } from "../runner/job-kind.ts";

/** Kinds that are queued by the clock and say nothing to people once they are done. */
const routineKinds = ["consumption", "housekeeping", "seal-audit"];
const keptMs = 15 * 60_000;

/** Clears away what nobody needs any more: outbox rows that every stage has read, routine jobs that are done. */
export const housekeepingKind: JobKind = {
  kind: "housekeeping",
  run: async (run) => {
    await run.transaction(async (connection) => {
      await pruneReadingChanges(connection);
      await deleteDoneJobs(connection, routineKinds, new Date(Date.now() - keptMs));
    });
    return undefined;
  },
};

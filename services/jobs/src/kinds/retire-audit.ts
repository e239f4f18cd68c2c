import { retireAudit } from "@gtb/database/queries/retire-audit";
import type { JobKind } from "../runner/job-kind.ts";

/** Batches in one transaction. */
const sealsAtOnce = 500;
const dayMs = 24 * 3_600_000;

/** Deletes events that are older than they are kept for; their seals stay. Cut off, the rest goes the next time. */
export function retireAuditKind(retentionDays: number): JobKind {
  return {
    kind: "retire-audit",
    run: async (run) => {
      const until = new Date(Date.now() - retentionDays * dayMs);
      let retired = 0;
      for (;;) {
        const gone = await run.transaction((connection) => retireAudit(connection, until, sealsAtOnce));
        if (gone === 0) return `${retired} événement(s) du journal d'audit supprimé(s)`;
        retired += gone;
      }
    },
  };
}

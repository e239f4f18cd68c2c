import { sealAudit } from "@gtb/database/queries/seal-audit";
import type { JobKind } from "../runner/job-kind.ts";

/** Events in one transaction, and under one seal. */
const eventsAtOnce = 5_000;

/**
 * Seals what was done since the last time. The newest seal's hash goes into the log: whoever keeps the log elsewhere can
 * prove later that nothing before it was changed (`gtb audit verify --anchor`).
 */
export const sealAuditKind: JobKind = {
  kind: "seal-audit",
  run: async (run) => {
    for (;;) {
      const seal = await run.transaction((connection) => sealAudit(connection, eventsAtOnce));
      if (seal === undefined) return undefined;
      run.log.info({ seal: seal.id, events: seal.count, hash: seal.hash }, "audit sealed");
      if (seal.count < eventsAtOnce) return undefined;
    }
  },
};

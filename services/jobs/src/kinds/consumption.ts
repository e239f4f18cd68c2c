import type { Connection } from "@gtb/database/pool";
import { advanceStage, findOutboxEnd, listDirtyRanges, lockStage } from "@gtb/database/queries/take-reading-changes";
import { type Computed, computeRanges } from "../consumption/compute-windows.ts";
import type { JobMetrics } from "../metrics.ts";
import type { JobKind } from "../runner/job-kind.ts";

const stage = "consumption";
/** Of the outbox, in one transaction: a row is a stored batch, of at most some thousand readings. */
const rowsAtOnce = 50;

/**
 * Turns changed readings into hours of consumption: reads the outbox from where it stopped, to its end. Cursor and hours
 * are committed together, so it may be cut off anywhere.
 */
export function consumptionKind(metrics: JobMetrics): JobKind {
  return {
    kind: "consumption",
    run: async (run) => {
      for (;;) {
        const computed = await run.transaction(computeNext);
        if (computed === undefined) return undefined;
        const { hoursRefused } = computed;
        if (hoursRefused > 0)
          run.log.warn({ hoursRefused }, "hours stay as they are: their readings are no longer kept");
        metrics.readingsComputed.inc(computed.readings);
        metrics.hoursWritten.inc(computed.hoursWritten);
        metrics.hoursRefused.inc(computed.hoursRefused);
      }
    },
  };
}

async function computeNext(connection: Connection): Promise<Computed | undefined> {
  const position = await lockStage(connection, stage);
  const end = await findOutboxEnd(connection, position, rowsAtOnce);
  if (end === undefined) return undefined;
  const ranges = await listDirtyRanges(connection, position, end);
  const computed = await computeRanges(connection, ranges, "readings changed");
  await advanceStage(connection, stage, end);
  return computed;
}

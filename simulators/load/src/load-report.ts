import { setTimeout } from "node:timers/promises";
import type { Pool } from "@gtb/database/pool";
import { countStoredUplinks, type StoredUplinks } from "@gtb/database/queries/count-stored-uplinks";
import { measureRunLatency, type RunLatency } from "@gtb/database/queries/measure-run-latency";
import { type LoadRun, storedAs } from "./load-run.ts";
import type { LoadProgress } from "./publish-load.ts";

export interface LoadReport extends RunLatency {
  readonly runId: string;
  readonly sent: number;
  readonly acknowledged: number;
  /** Uplinks with at least one ledger row. */
  readonly stored: number;
  /** Acknowledged by the broker and not in the ledger. */
  readonly lost: number;
  /** Ledger rows beyond one for each uplink, and readings beyond one for each measurement. */
  readonly doubled: number;
  /** Readings that are missing: each uplink carries two that are kept. */
  readonly readingsMissing: number;
  readonly sentPerSecond: number;
  /** From the last acknowledgement until the last uplink was stored. */
  readonly caughtUpMs: number;
}

export interface WaitOptions {
  readonly source: string;
  /** Given up when nothing new was stored for so long. */
  readonly patienceMs: number;
  readonly onProgress?: (stored: number) => void;
}

const readingsPerUplink = 2;
const pollMs = 250;

/** Waits until storage has all that the broker acknowledged, or stands still; then accounts for every uplink. */
export async function reportLoad(
  pool: Pool,
  run: LoadRun,
  published: LoadProgress,
  wait: WaitOptions,
): Promise<LoadReport> {
  const endedMs = Date.now();
  const stored = await waitUntilStored(pool, run, published.acknowledged, wait);
  const caughtUpMs = Date.now() - endedMs;
  const latency = await measureRunLatency(pool, storedAs(run, wait.source));
  const expectedReadings = stored.distinctIds * readingsPerUplink;
  return {
    runId: run.runId,
    sent: published.sent,
    acknowledged: published.acknowledged,
    stored: stored.distinctIds,
    lost: Math.max(0, published.acknowledged - stored.distinctIds),
    doubled: stored.rows - stored.distinctIds + Math.max(0, latency.readings - expectedReadings),
    readingsMissing: Math.max(0, expectedReadings - latency.readings),
    sentPerSecond: Math.round((published.sent * 1000) / published.elapsedMs),
    caughtUpMs,
    ...latency,
  };
}

async function waitUntilStored(pool: Pool, run: LoadRun, expected: number, wait: WaitOptions): Promise<StoredUplinks> {
  const where = storedAs(run, wait.source);
  let stored = await countStoredUplinks(pool, where);
  let changedMs = Date.now();
  while (stored.distinctIds < expected && Date.now() - changedMs < wait.patienceMs) {
    await setTimeout(pollMs);
    const next = await countStoredUplinks(pool, where);
    if (next.distinctIds > stored.distinctIds) changedMs = Date.now();
    stored = next;
    wait.onProgress?.(stored.distinctIds);
  }
  return stored;
}

import type { Connection, Pool } from "@gtb/database/pool";
import { lockRegistryVersion } from "@gtb/database/queries/load-registry";
import type { ReadingRow } from "@gtb/database/queries/merge-readings";
import { eventKey, type LedgerRow, storeLedger } from "@gtb/database/queries/store-ledger";
import {
  type EventReject,
  type RejectedMeasurement,
  storeEventRejects,
  storeRejectedMeasurements,
} from "@gtb/database/queries/store-rejects";
import {
  type DeviceHealthUpdate,
  updateDeviceHealth,
  updateGatewayHealth,
} from "@gtb/database/queries/update-device-health";
import { inTransaction } from "@gtb/database/transaction";
import { storeSourcedReadings } from "./store-readings.ts";

/** One event's share of a batch. */
export interface BatchEntry {
  readonly ledger: LedgerRow;
  readonly readings: readonly ReadingRow[];
  readonly rejected: readonly RejectedMeasurement[];
}

export interface Batch {
  readonly registryVersion: number;
  readonly entries: readonly BatchEntry[];
  readonly rejects: readonly EventReject[];
  readonly deviceHealth: readonly DeviceHealthUpdate[];
  readonly gatewaysHeard: ReadonlyMap<string, Date>;
}

export interface StoredBatch {
  /** Events that were not in the ledger before. */
  readonly newEvents: number;
  readonly readings: number;
}

/** The registry changed since the batch was decoded: read it again, decode again, store again. */
export class StaleRegistryError extends Error {
  override readonly name = "StaleRegistryError";
}

/**
 * Stores a batch of events whole, in one transaction: ledger, readings, rejected values, what changed, and health.
 * An event that is in the ledger already changes nothing: its readings were committed with it.
 * Throws StaleRegistryError, or the database's error; then nothing of the batch was stored.
 */
export async function storeBatch(pool: Pool, batch: Batch): Promise<StoredBatch> {
  return inTransaction(pool, async (connection) => {
    if ((await lockRegistryVersion(connection)) !== batch.registryVersion) throw new StaleRegistryError();
    const stored = await storeEntries(connection, batch.entries);
    await storeEventRejects(connection, batch.rejects);
    await updateDeviceHealth(connection, batch.deviceHealth);
    await updateGatewayHealth(connection, batch.gatewaysHeard);
    return stored;
  });
}

const uplinkContext = { kind: "uplink", actor: "ingestion", reason: "another uplink for the same instant" } as const;

async function storeEntries(connection: Connection, entries: readonly BatchEntry[]): Promise<StoredBatch> {
  const isNew = await storeLedger(
    connection,
    entries.map(({ ledger }) => ledger),
  );
  const fresh = isNew === "all" ? entries : onceEach(entries, isNew);
  const readings: ReadingRow[] = [];
  const rejected: RejectedMeasurement[] = [];
  // Loops, because `flatMap` takes twice as long.
  for (const entry of fresh) {
    for (const reading of entry.readings) readings.push(reading);
    for (const value of entry.rejected) rejected.push(value);
  }
  const { inserted, superseded } = await storeSourcedReadings(connection, readings, uplinkContext);
  await storeRejectedMeasurements(connection, rejected);
  return { newEvents: fresh.length, readings: inserted + superseded };
}

function onceEach(entries: readonly BatchEntry[], isNew: ReadonlySet<string>): BatchEntry[] {
  const left = new Set(isNew);
  return entries.filter(({ ledger }) => left.delete(eventKey(ledger)));
}

import type { Connection, Pool } from "@gtb/database/pool";
import { appendReadingChange } from "@gtb/database/queries/append-reading-change";
import { findDeviceAssignments } from "@gtb/database/queries/find-device-assignments";
import { lockRegistryVersion } from "@gtb/database/queries/load-registry";
import {
  countLedgerUplinks,
  type LedgerPlace,
  pageLedger,
  type StoredUplink,
  updateLedgerOutcomes,
} from "@gtb/database/queries/page-ledger";
import { storeRejectedMeasurements } from "@gtb/database/queries/store-rejects";
import { clearRejectedMeasurements, withdrawReadings } from "@gtb/database/queries/withdraw-readings";
import { inTransaction } from "@gtb/database/transaction";
import { type DecodedPayload, decodePayload } from "./decode-payload.ts";
import { type Registry, readRegistry } from "./registry.ts";
import { storeSourcedReadings } from "./store-readings.ts";

export interface DecodeAgainRequest {
  readonly deviceId: number;
  /** Points that the device has fed though its assignments no longer say so. */
  readonly pointIds?: readonly number[];
  /** Times of uplinks, [from, to); the whole ledger where absent. */
  readonly from?: Date;
  readonly to?: Date;
}

export interface DecodeAgainHooks {
  /** Called first in each transaction: throws when the caller may write no more (its lease is lost). */
  readonly guard: (connection: Connection) => Promise<void>;
  readonly onProgress: (done: number, total: number) => Promise<void>;
}

export interface DecodedAgain {
  readonly uplinks: number;
  readonly changed: number;
  readonly withdrawn: number;
}

const pageSize = 2_000;
/** How long before its uplink a value may have been measured: data loggers and batches keep days, at most a month. */
const longestBacklogMs = 31 * 24 * 3_600_000;
const longestAheadMs = 3_600_000;
const actor = "decode-again";

/**
 * Decodes a device's uplinks from the ledger with today's codec and assignments, page by page: readings that differ are
 * superseded, new ones added, those that no longer follow withdrawn, all with their history and marked as changed.
 * Running it twice changes nothing the second time.
 */
export async function decodeAgain(
  pool: Pool,
  request: DecodeAgainRequest,
  hooks: DecodeAgainHooks,
): Promise<DecodedAgain> {
  const device = await findDeviceAssignments(pool, request.deviceId);
  if (device === undefined) return { uplinks: 0, changed: 0, withdrawn: 0 };
  const from = request.from ?? new Date(0);
  const to = request.to ?? new Date("9999-01-01T00:00:00Z");
  const total = await countLedgerUplinks(pool, device.devEui, from, to);
  const pointIds = [...new Set([...device.pointIds, ...(request.pointIds ?? [])])];
  let result: DecodedAgain = { uplinks: 0, changed: 0, withdrawn: 0 };
  let after: LedgerPlace | undefined;
  do {
    const page = await pageLedger(pool, { devEui: device.devEui, from, to, limit: pageSize, ...(after && { after }) });
    if (page.length === 0) break;
    const stored = await storePage(pool, { devEui: device.devEui, pointIds, page }, hooks);
    result = {
      uplinks: result.uplinks + page.length,
      changed: result.changed + stored.changed,
      withdrawn: result.withdrawn + stored.withdrawn,
    };
    await hooks.onProgress(result.uplinks, Math.max(total, result.uplinks));
    after = page.length === pageSize ? page.at(-1) : undefined;
  } while (after !== undefined);
  return result;
}

interface LedgerPage {
  readonly devEui: string;
  readonly pointIds: readonly number[];
  readonly page: readonly StoredUplink[];
}

async function storePage(
  pool: Pool,
  ledgerPage: LedgerPage,
  hooks: DecodeAgainHooks,
): Promise<{ changed: number; withdrawn: number }> {
  for (;;) {
    const registry = await readRegistry(pool);
    const stored = await inTransaction(pool, async (connection) => {
      await hooks.guard(connection);
      if ((await lockRegistryVersion(connection)) !== registry.version) return undefined;
      return storeDecoded(connection, registry, ledgerPage);
    });
    if (stored !== undefined) return stored;
  }
}

async function storeDecoded(
  connection: Connection,
  registry: Registry,
  { devEui, pointIds, page }: LedgerPage,
): Promise<{ changed: number; withdrawn: number }> {
  const decoded = page.map((uplink) => ({ uplink, result: decodePayload(registry, { ...uplink, devEui }) }));
  const readings = decoded.flatMap(({ result }) => result.readings);
  const sourceIds = page.map(({ eventId }) => eventId);
  const stored = await storeSourcedReadings(connection, readings, { kind: "uplink", actor, reason: "decoded again" });
  const gone = await withdrawReadings(connection, {
    pointIds,
    sourceIds,
    from: new Date((page[0]?.time.getTime() ?? 0) - longestBacklogMs),
    to: new Date((page.at(-1)?.time.getTime() ?? 0) + longestAheadMs),
    keep: readings,
    actor,
    reason: "no longer given by its uplink: assignment or codec changed",
  });
  await appendReadingChange(connection, gone);
  await clearRejectedMeasurements(connection, sourceIds);
  await storeRejectedMeasurements(
    connection,
    decoded.flatMap(({ result }) => result.rejected),
  );
  await updateLedgerOutcomes(
    connection,
    decoded.map(({ uplink, result }) => outcomeUpdate(uplink, result)),
  );
  return { changed: stored.inserted + stored.superseded, withdrawn: gone.length };
}

function outcomeUpdate(
  { source, eventId, time }: StoredUplink,
  { outcome, outcomeDetail, codecVersionId, readings }: DecodedPayload,
) {
  return { source, eventId, time, outcome, outcomeDetail, codecVersionId, readingCount: readings.length };
}

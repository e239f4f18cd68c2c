import { CopyBuffer } from "../copy-buffer.ts";
import { copyRows } from "../copy-rows.ts";
import type { Connection } from "../pool.ts";
import { unlessAlreadyThere } from "../savepoint.ts";

export type LedgerOutcome =
  | "decoded"
  | "partly_rejected"
  | "no_measurement"
  | "unknown_device"
  | "undecodable"
  | "encrypted"
  | "recorded";

/** One row of the ledger `uplink`; `object`, `rxInfo` and `detail` are JSON texts. */
export interface LedgerRow {
  readonly source: string;
  readonly eventType: string;
  readonly eventId: string;
  readonly time: Date;
  readonly receivedAt: Date;
  readonly devEui: string;
  readonly applicationId: string | null;
  readonly devAddr: string | null;
  readonly fPort: number | null;
  readonly fCnt: number | null;
  readonly data: Uint8Array | null;
  readonly object: string | null;
  readonly rxInfo: string | null;
  readonly detail: string | null;
  readonly outcome: LedgerOutcome;
  readonly outcomeDetail: string | null;
  readonly codecVersionId: number | null;
  readonly readingCount: number;
}

const columns = `source, event_type, event_id, time, received_at, dev_eui, application_id, dev_addr, f_port, f_cnt,
  data, object, rx_info, detail, outcome, outcome_detail, codec_version_id, reading_count`;

/**
 * Stores events once. Resolves with the ids of those that were new, or "all" where every one was.
 * One COPY in a savepoint; only a batch that holds a redelivered event pays for a staging table. Measured against psql
 * COPY of the same rows (batches of 5,000): unnest + ON CONFLICT 0.42, staging always 0.54, this 0.80.
 */
export async function storeLedger(
  connection: Connection,
  rows: readonly LedgerRow[],
): Promise<ReadonlySet<string> | "all"> {
  if (rows.length === 0) return "all";
  const bytes = toCopyBytes(rows);
  const allNew = await unlessAlreadyThere(connection, () =>
    copyRows(connection, `copy uplink (${columns}) from stdin (format binary)`, bytes),
  );
  return allNew ? "all" : mergeLedger(connection, bytes);
}

async function mergeLedger(connection: Connection, bytes: Buffer): Promise<ReadonlySet<string>> {
  await connection.query("create temp table if not exists incoming_uplink (like uplink) on commit delete rows");
  await copyRows(connection, `copy incoming_uplink (${columns}) from stdin (format binary)`, bytes);
  const { rows } = await connection.query<Pick<LedgerRow, "eventType" | "eventId" | "time">>(
    `insert into uplink (${columns}) select ${columns} from incoming_uplink
     on conflict do nothing returning event_type as "eventType", event_id as "eventId", time`,
  );
  return new Set(rows.map(eventKey));
}

/** Names an event within one source. */
export function eventKey({ eventType, eventId, time }: Pick<LedgerRow, "eventType" | "eventId" | "time">): string {
  return `${eventType} ${eventId} ${time.getTime()}`;
}

function toCopyBytes(rows: readonly LedgerRow[]): Buffer {
  // An uplink of one gateway takes 800: a buffer that must grow in the middle is copied whole.
  const copy = new CopyBuffer(rows.length * 1_000);
  for (const row of rows) {
    copy.startRow(18);
    copy.text(row.source);
    copy.text(row.eventType);
    copy.uuid(row.eventId);
    copy.timestamp(row.time);
    copy.timestamp(row.receivedAt);
    copy.text(row.devEui);
    copy.text(row.applicationId);
    copy.text(row.devAddr);
    copy.int16(row.fPort);
    copy.int64(row.fCnt);
    copy.bytea(row.data);
    copy.jsonb(row.object);
    copy.jsonb(row.rxInfo);
    copy.jsonb(row.detail);
    copy.text(row.outcome);
    copy.text(row.outcomeDetail);
    copy.int64(row.codecVersionId);
    copy.int16(row.readingCount);
  }
  return copy.finish();
}

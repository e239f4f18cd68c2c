import type { Queryable } from "../pool.ts";
import type { LedgerOutcome } from "./store-ledger.ts";

export interface LedgerPlace {
  readonly time: Date;
  readonly eventId: string;
}

/** An uplink of the ledger with what is needed to decode it again. */
export interface StoredUplink extends LedgerPlace {
  readonly source: string;
  readonly receivedAt: Date;
  readonly fPort: number;
  readonly data: Uint8Array;
  readonly encrypted: boolean;
}

export interface LedgerPageRequest {
  readonly devEui: string;
  readonly from: Date;
  readonly to: Date;
  /** The last uplink of the page before; absent for the first page. */
  readonly after?: LedgerPlace;
  readonly limit: number;
}

/** Uplinks of one device in [from, to), oldest first. Reads one index range of `uplink_device_time` per chunk. */
export async function pageLedger(
  db: Queryable,
  { devEui, from, to, after, limit }: LedgerPageRequest,
): Promise<StoredUplink[]> {
  const { rows } = await db.query<StoredUplink>(
    `select source, event_id as "eventId", time, received_at as "receivedAt", f_port as "fPort", data,
            outcome = 'encrypted' or detail ? 'joinServerContext' as encrypted
       from uplink
      where dev_eui = $1 and event_type = 'up' and time >= $2 and time < $3
        and ($4::timestamptz is null or (time, event_id) > ($4, $5::uuid))
      order by time, event_id limit $6`,
    [devEui, after?.time ?? from, to, after?.time ?? null, after?.eventId ?? null, limit],
  );
  return rows;
}

export async function countLedgerUplinks(db: Queryable, devEui: string, from: Date, to: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*) from uplink where dev_eui = $1 and event_type = 'up' and time >= $2 and time < $3",
    [devEui, from, to],
  );
  return rows[0]?.count ?? 0;
}

export interface LedgerOutcomeUpdate extends LedgerPlace {
  readonly source: string;
  readonly outcome: LedgerOutcome;
  readonly outcomeDetail: string | null;
  readonly codecVersionId: number | null;
  readonly readingCount: number;
}

/** Writes what decoding again made of uplinks, where it differs from what the ledger says. `updates` in order of time. */
export async function updateLedgerOutcomes(db: Queryable, updates: readonly LedgerOutcomeUpdate[]): Promise<void> {
  const first = updates[0];
  const last = updates.at(-1);
  if (first === undefined || last === undefined) return;
  await db.query(
    `update uplink u
        set outcome = n.outcome, outcome_detail = n."outcomeDetail", codec_version_id = n."codecVersionId", reading_count = n."readingCount"
       from jsonb_to_recordset($1) as n (source text, "eventId" uuid, time timestamptz, outcome text, "outcomeDetail" text,
                                         "codecVersionId" bigint, "readingCount" smallint)
      where u.source = n.source and u.event_type = 'up' and u.event_id = n."eventId" and u.time = n.time
        and u.time between $2 and $3
        and (u.outcome, u.outcome_detail, u.codec_version_id, u.reading_count)
            is distinct from (n.outcome, n."outcomeDetail", n."codecVersionId", n."readingCount")`,
    [JSON.stringify(updates), first.time, last.time],
  );
}

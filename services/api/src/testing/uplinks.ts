import type { Pool } from "@gtb/database/pool";

export interface LedgerEntry {
  readonly devEui: string;
  readonly time: string;
  readonly outcome: string;
  readonly payloadHex?: string;
}

/** Puts an uplink into the ledger as ingestion would leave it. */
export async function addUplink(pool: Pool, { devEui, time, outcome, payloadHex = "" }: LedgerEntry): Promise<void> {
  await pool.query(
    `insert into uplink (source, event_type, event_id, time, received_at, dev_eui, application_id, f_port, f_cnt, data, outcome, outcome_detail)
     values ('test', 'up', gen_random_uuid(), $2, $2, $1, 'app-1', 85, 7, decode($3, 'hex'), $4, 'said by the test')`,
    [devEui, time, payloadHex, outcome],
  );
}

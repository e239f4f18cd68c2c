import type { Queryable } from "../pool.ts";
import type { DeviceUplinkRow } from "./list-device-uplinks.ts";

export interface UplinkRow extends DeviceUplinkRow {
  readonly devEui: string;
  /** Null: declared nowhere */
  readonly device: string | null;
}

/** `devEui`: one device's, of any outcome or one. Without it: those which an index holds ready for all devices. */
export type UplinkFilter = { readonly limit: number } & (
  | { readonly devEui: string; readonly outcome?: DeviceUplinkRow["outcome"] | undefined }
  | { readonly devEui?: undefined; readonly outcome: "unknown_device" | "undecodable" | "encrypted" }
);

/**
 * The newest events of the ledger. Of one device: walks its index backwards and stops at `limit` (a rare outcome may
 * walk it whole). Of all: sorts the partial index of that outcome, some thousands of entries.
 */
export async function listUplinks(db: Queryable, { devEui, outcome, limit }: UplinkFilter): Promise<UplinkRow[]> {
  const { rows } = await db.query<UplinkRow>(
    `select u.time, u.received_at as "receivedAt", u.dev_eui as "devEui", d.name as device, u.event_type as "eventType",
            u.f_port as "fPort", u.f_cnt as "fCnt", encode(u.data, 'hex') as "payloadHex", u.outcome,
            u.outcome_detail as "outcomeDetail", u.reading_count as "readingCount"
       from uplink u
       left join standing_device s on s.dev_eui = u.dev_eui
       left join device d on d.id = s.device_id
      where ($1::text is null or u.dev_eui = $1) and ($2::text is null or u.outcome = $2)
      order by u.time desc limit $3`,
    [devEui, outcome, limit],
  );
  return rows;
}

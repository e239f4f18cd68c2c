import type { Connection, Queryable } from "../pool.ts";

/** What events said of one device since the last update; null: they said nothing of it. */
export interface DeviceHealthUpdate {
  readonly devEui: string;
  readonly lastUplinkAt: Date | null;
  readonly lastJoinAt: Date | null;
  readonly lastStatusAt: Date | null;
  readonly batteryPercent: number | null;
  readonly externalPower: boolean | null;
  readonly marginDb: number | null;
  readonly devAddr: string | null;
  readonly fCnt: number | null;
  readonly rssiDbm: number | null;
  readonly snrDb: number | null;
  readonly dataRate: number | null;
  readonly gatewayCount: number | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

const uplinkColumns = ["dev_addr", "f_cnt", "rssi_dbm", "snr_db", "data_rate", "gateway_count"] as const;
const statusColumns = ["battery_percent", "external_power", "margin_db"] as const;

/** What an older event says never replaces what a newer one said: redelivery and replay change nothing. */
const newest = (column: string, time: string): string =>
  `${column} = case when excluded.${time} >= coalesce(device_health.${time}, '-infinity') then excluded.${column} else device_health.${column} end`;

const assignments = [
  ...uplinkColumns.map((column) => newest(column, "last_uplink_at")),
  ...statusColumns.map((column) => newest(column, "last_status_at")),
  newest("last_error", "last_error_at"),
  ...["last_uplink_at", "last_join_at", "last_status_at", "last_error_at"].map(
    (column) => `${column} = greatest(device_health.${column}, excluded.${column})`,
  ),
].join(", ");

/** Brings devices' health up to date, one row each. Rows are locked in order of devEUI, so that two workers cannot block each other. */
export async function updateDeviceHealth(
  connection: Connection,
  updates: readonly DeviceHealthUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  await connection.query(
    `insert into device_health (dev_eui, last_uplink_at, last_join_at, last_status_at, battery_percent, external_power, margin_db,
                                dev_addr, f_cnt, rssi_dbm, snr_db, data_rate, gateway_count, last_error, last_error_at)
     select u."devEui", u."lastUplinkAt", u."lastJoinAt", u."lastStatusAt", u."batteryPercent", u."externalPower", u."marginDb",
            u."devAddr", u."fCnt", u."rssiDbm", u."snrDb", u."dataRate", u."gatewayCount", u."lastError", u."lastErrorAt"
       from jsonb_to_recordset($1) as u ("devEui" text, "lastUplinkAt" timestamptz, "lastJoinAt" timestamptz, "lastStatusAt" timestamptz,
            "batteryPercent" real, "externalPower" boolean, "marginDb" real, "devAddr" text, "fCnt" bigint, "rssiDbm" real,
            "snrDb" real, "dataRate" smallint, "gatewayCount" smallint, "lastError" text, "lastErrorAt" timestamptz)
      order by u."devEui"
     on conflict (dev_eui) do update set ${assignments}`,
    [JSON.stringify(updates)],
  );
}

/** When each gateway last heard a device of ours. */
export async function updateGatewayHealth(connection: Connection, heard: ReadonlyMap<string, Date>): Promise<void> {
  if (heard.size === 0) return;
  const gateways = [...heard.keys()].sort();
  await connection.query(
    `insert into gateway_health (gateway_eui, last_heard_at) select * from unnest($1::text[], $2::timestamptz[])
     on conflict (gateway_eui) do update set last_heard_at = greatest(gateway_health.last_heard_at, excluded.last_heard_at)`,
    [gateways, gateways.map((gateway) => heard.get(gateway))],
  );
}

/**
 * Health is written every few seconds, not with each batch: a worker that dies leaves its last seconds unwritten.
 * Called when a worker starts, this takes them from the ledger. Reads the newest chunk only.
 */
export async function recoverLastUplinks(db: Queryable, since: Date): Promise<void> {
  await db.query(
    `insert into device_health (dev_eui, last_uplink_at)
     select dev_eui, max(time) from uplink where event_type = 'up' and time >= $1 group by dev_eui order by dev_eui
     on conflict (dev_eui) do update set last_uplink_at = greatest(device_health.last_uplink_at, excluded.last_uplink_at)`,
    [since],
  );
}

import type { Queryable } from "../pool.ts";

export interface DeviceUplinkRow {
  readonly time: Date;
  readonly receivedAt: Date;
  readonly eventType: "up" | "join" | "status" | "log" | "ack" | "txack" | "location";
  readonly fPort: number | null;
  readonly fCnt: number | null;
  readonly payloadHex: string | null;
  readonly outcome:
    | "decoded"
    | "partly_rejected"
    | "no_measurement"
    | "unknown_device"
    | "undecodable"
    | "encrypted"
    | "recorded";
  readonly outcomeDetail: string | null;
  readonly readingCount: number;
}

/** The newest events of a device (uuid). Walks the (dev_eui, time) index backwards, newest chunk first, and stops at `limit`. */
export async function listDeviceUplinks(db: Queryable, deviceId: string, limit: number): Promise<DeviceUplinkRow[]> {
  const { rows } = await db.query<DeviceUplinkRow>(
    `select u.time, u.received_at as "receivedAt", u.event_type as "eventType", u.f_port as "fPort", u.f_cnt as "fCnt",
            encode(u.data, 'hex') as "payloadHex", u.outcome, u.outcome_detail as "outcomeDetail",
            u.reading_count as "readingCount"
       from uplink u
      where u.dev_eui = (select s.dev_eui from device d join standing_device s on s.device_id = d.id where d.uuid = $1)
      order by u.time desc limit $2`,
    [deviceId, limit],
  );
  return rows;
}

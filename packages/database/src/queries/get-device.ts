import type { Queryable } from "../pool.ts";
import { type DeviceRow, deviceColumns, deviceTables } from "./list-devices.ts";

export interface DeviceHealthRow extends DeviceRow {
  readonly reportEveryMinutes: number;
  readonly lastJoinAt: Date | null;
  readonly lastStatusAt: Date | null;
  readonly marginDb: number | null;
  readonly dataRate: number | null;
  readonly gatewayCount: number | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** One device with all that the network last said of it, its state as of `now`. Undefined when there is none. */
export async function getDevice(db: Queryable, deviceId: string, now: Date): Promise<DeviceHealthRow | undefined> {
  const { rows } = await db.query<DeviceHealthRow>(
    `select ${deviceColumns}, t.report_every_minutes as "reportEveryMinutes", h.last_join_at as "lastJoinAt",
            h.last_status_at as "lastStatusAt", h.margin_db::float8 as "marginDb", h.data_rate as "dataRate",
            h.gateway_count as "gatewayCount", h.last_error as "lastError", h.last_error_at as "lastErrorAt"
       from ${deviceTables} where d.uuid = $2`,
    [now, deviceId],
  );
  return rows[0];
}

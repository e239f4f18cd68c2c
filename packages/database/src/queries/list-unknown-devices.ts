import type { Queryable } from "../pool.ts";

export interface UnknownDeviceRow {
  readonly devEui: string;
  readonly applicationId: string | null;
  readonly firstHeardAt: Date;
  readonly lastHeardAt: Date;
  readonly uplinkCount: number;
  readonly lastFPort: number | null;
  readonly lastPayloadHex: string | null;
  /** `lastHeardAt` in ISO 8601 with its microseconds, which a Date would lose. */
  readonly lastHeardText: string;
}

export interface UnknownDevicePage {
  readonly after?: { readonly lastHeardText: string; readonly devEui: string } | undefined;
  readonly limit: number;
}

/**
 * Devices that are heard and not declared, the last heard first. Reads the ledger's partial index of unknown devices
 * whole (one entry an uplink), then one row a device of the page.
 */
export async function listUnknownDevices(
  db: Queryable,
  { after, limit }: UnknownDevicePage,
): Promise<UnknownDeviceRow[]> {
  const { rows } = await db.query<UnknownDeviceRow>(
    `with heard as (
       select u.dev_eui, min(u.time) as first_at, max(u.time) as last_at, count(*) as uplinks
         from uplink u
        where u.outcome = 'unknown_device' and not exists (select from device d where d.dev_eui = u.dev_eui)
        group by u.dev_eui
       having $1::timestamptz is null or (max(u.time), u.dev_eui) < ($1, $2)
        order by last_at desc, dev_eui desc limit $3
     )
     select h.dev_eui as "devEui", last.application_id as "applicationId", h.first_at as "firstHeardAt",
            h.last_at as "lastHeardAt", h.uplinks as "uplinkCount", last.f_port as "lastFPort",
            encode(last.data, 'hex') as "lastPayloadHex", to_char(h.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "lastHeardText"
       from heard h
       cross join lateral (
         select u.application_id, u.f_port, u.data from uplink u
          where u.dev_eui = h.dev_eui and u.time = h.last_at and u.outcome = 'unknown_device' limit 1) last
      order by h.last_at desc, h.dev_eui desc`,
    [after?.lastHeardText, after?.devEui, limit],
  );
  return rows;
}

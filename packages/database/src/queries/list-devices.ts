import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export type DeviceState = "ok" | "silent" | "never_heard" | "error";

export interface DeviceRow {
  readonly id: string;
  readonly organisation: NamedReferenceRow;
  readonly building: NamedReferenceRow | null;
  readonly devEui: string;
  readonly deviceType: string;
  readonly name: string;
  readonly state: DeviceState;
  readonly lastUplinkAt: Date | null;
  readonly batteryPercent: number | null;
  readonly externalPower: boolean | null;
  readonly rssiDbm: number | null;
  readonly snrDb: number | null;
}

export interface DeviceFilter {
  readonly organisation?: string | undefined;
  readonly building?: string | undefined;
  readonly deviceType?: string | undefined;
  readonly state?: DeviceState | undefined;
  readonly search?: string | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
  readonly now: Date;
}

/** `$1` is the instant at which the state is meant. Silent: nothing for three of its type's report periods. */
const deviceState = `case
  when h.last_error_at > coalesce(h.last_uplink_at, '-infinity') then 'error'
  when h.last_uplink_at is null then 'never_heard'
  when h.last_uplink_at < $1::timestamptz - 3 * t.report_every_minutes * interval '1 minute' then 'silent'
  else 'ok' end`;

export const deviceColumns = `d.uuid as id, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation,
  case when b.id is not null then jsonb_build_object('id', b.uuid, 'name', b.name) end as building,
  d.dev_eui as "devEui", d.device_type_id as "deviceType", d.name, ${deviceState} as state,
  h.last_uplink_at as "lastUplinkAt", h.battery_percent::float8 as "batteryPercent", h.external_power as "externalPower",
  h.rssi_dbm::float8 as "rssiDbm", h.snr_db::float8 as "snrDb"`;

export const deviceTables = `device d
  join organisation o on o.id = d.organisation_id
  join device_type t on t.id = d.device_type_id
  left join building b on b.id = d.building_id
  left join standing_device s on s.device_id = d.id
  left join device_health h on h.dev_eui = s.dev_eui`;

/** Devices by name with what the network last said of them. Reads `device` whole: 20,000 of them in 50 ms. */
export async function listDevices(db: Queryable, filter: DeviceFilter): Promise<DeviceRow[]> {
  const { rows } = await db.query<DeviceRow>(
    `select ${deviceColumns} from ${deviceTables}
      where ($2::uuid is null or o.uuid = $2)
        and ($3::uuid is null or b.uuid = $3)
        and ($4::text is null or d.device_type_id = $4)
        and ($5::text is null or ${deviceState} = $5)
        and ($6::text is null or strpos(lower(d.name), lower($6)) > 0 or strpos(d.dev_eui, lower($6)) > 0)
        and ($7::text is null or (d.name collate "fr-x-icu", d.uuid) > ($7, $8::uuid))
      order by d.name collate "fr-x-icu", d.uuid limit $9`,
    [
      filter.now,
      filter.organisation,
      filter.building,
      filter.deviceType,
      filter.state,
      filter.search,
      filter.after?.name,
      filter.after?.id,
      filter.limit,
    ],
  );
  return rows;
}

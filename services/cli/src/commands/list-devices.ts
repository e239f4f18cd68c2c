import type { Pool } from "@gtb/database/pool";
import { type DeviceRow, type DeviceState, listDevices } from "@gtb/database/queries/list-devices";
import { listUnknownDevices } from "@gtb/database/queries/list-unknown-devices";
import { findDeviceType } from "@gtb/devices/find-device-type";
import { WrongUse } from "../exit-code.ts";
import { print, showTime } from "../print.ts";
import { withDatabase } from "../with-database.ts";

export interface DeviceListOptions {
  readonly search?: string;
  readonly type?: string;
  readonly state?: DeviceState;
  readonly unknown?: boolean;
  readonly json: boolean;
}

const stateNames: Readonly<Record<DeviceState, string>> = {
  ok: "en service",
  silent: "silencieux",
  never_heard: "jamais entendu",
  error: "en erreur",
};

/** `gtb devices list`: all declared devices, or with `--unknown` those that are heard and not declared. */
export function listDevicesCommand(options: DeviceListOptions): Promise<void> {
  return withDatabase((pool) => (options.unknown ? printUnknown(pool, options.json) : printDevices(pool, options)));
}

async function printDevices(pool: Pool, { search, type, state, json }: DeviceListOptions): Promise<void> {
  const deviceType = type === undefined ? undefined : findDeviceType(type)?.id;
  if (type !== undefined && deviceType === undefined)
    throw new WrongUse(`Type d'appareil inconnu : « ${type} » (voir gtb device-types).`);
  const rows: DeviceRow[] = [];
  const limit = 1_000;
  for (;;) {
    const last = rows.at(-1);
    const page = await listDevices(pool, { search, deviceType, state, after: last, limit, now: new Date() });
    rows.push(...page);
    if (page.length < limit) break;
  }
  print(json, {
    rows,
    columns: {
      Nom: ({ name }) => name,
      DevEUI: ({ devEui }) => devEui,
      Type: (device) => device.deviceType,
      Bâtiment: ({ building }) => building?.name ?? "—",
      État: (device) => stateNames[device.state],
      "Dernière trame": ({ lastUplinkAt }) => showTime(lastUplinkAt),
      Pile: ({ batteryPercent, externalPower }) => (externalPower ? "secteur" : showPercent(batteryPercent)),
      "RSSI (dBm)": ({ rssiDbm }) => (rssiDbm === null ? "—" : String(rssiDbm)),
    },
  });
}

async function printUnknown(pool: Pool, json: boolean): Promise<void> {
  print(json, {
    rows: (await listUnknownDevices(pool, { limit: 1_000 })).map(({ lastHeardText: _, ...row }) => row),
    columns: {
      DevEUI: ({ devEui }) => devEui,
      "Entendu depuis": ({ firstHeardAt }) => showTime(firstHeardAt),
      "Dernière trame": ({ lastHeardAt }) => showTime(lastHeardAt),
      Trames: ({ uplinkCount }) => String(uplinkCount),
      Port: ({ lastFPort }) => String(lastFPort ?? "—"),
      Octets: ({ lastPayloadHex }) => lastPayloadHex ?? "—",
    },
  });
}

function showPercent(percent: number | null): string {
  return percent === null ? "—" : `${Math.round(percent)} %`;
}

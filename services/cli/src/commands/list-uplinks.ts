import type { Pool } from "@gtb/database/pool";
import { listDevices } from "@gtb/database/queries/list-devices";
import { listUplinks, type UplinkFilter, type UplinkRow } from "@gtb/database/queries/list-uplinks";
import { WrongUse } from "../exit-code.ts";
import { print, showTime } from "../print.ts";
import { withDatabase } from "../with-database.ts";

export interface UplinkListOptions {
  readonly outcome?: UplinkRow["outcome"];
  readonly limit: number;
  readonly json: boolean;
}

const outcomeNames: Readonly<Record<UplinkRow["outcome"], string>> = {
  decoded: "décodé",
  partly_rejected: "rejeté en partie",
  no_measurement: "sans mesure",
  unknown_device: "appareil inconnu",
  undecodable: "indécodable",
  encrypted: "chiffré",
  recorded: "noté",
};

/** `gtb uplinks [device]`: the newest events of a device, or of all those with an outcome that asks for attention. */
export function listUplinksCommand(device: string | undefined, options: UplinkListOptions): Promise<void> {
  return withDatabase(async (pool) => {
    print(options.json, {
      rows: await listUplinks(pool, await filterFor(pool, device, options)),
      columns: {
        Heure: ({ time }) => showTime(time),
        Appareil: (row) => (row.device === null ? row.devEui : `${row.device} (${row.devEui})`),
        Évènement: ({ eventType }) => eventType,
        Port: ({ fPort }) => String(fPort ?? "—"),
        Compteur: ({ fCnt }) => String(fCnt ?? "—"),
        Octets: ({ payloadHex }) => payloadHex ?? "—",
        Résultat: ({ outcome, outcomeDetail }) => [outcomeNames[outcome], outcomeDetail].filter(Boolean).join("\n"),
        Relevés: ({ readingCount }) => String(readingCount),
      },
    });
  });
}

async function filterFor(
  pool: Pool,
  device: string | undefined,
  { outcome, limit }: UplinkListOptions,
): Promise<UplinkFilter> {
  if (device !== undefined) return { devEui: await devEuiOf(pool, device), outcome, limit };
  if (outcome === "unknown_device" || outcome === "undecodable" || outcome === "encrypted") return { outcome, limit };
  throw new WrongUse(
    "Nommez un appareil (DevEUI ou nom), ou un résultat : --outcome unknown_device, undecodable ou encrypted.",
  );
}

/** A DevEUI need not be declared; a name must be one device's. */
async function devEuiOf(pool: Pool, device: string): Promise<string> {
  if (/^[0-9a-f]{16}$/i.test(device)) return device.toLowerCase();
  const found = await listDevices(pool, { search: device, limit: 5, now: new Date() });
  const chosen = found.length === 1 ? found[0] : found.find(({ name }) => name === device);
  if (chosen !== undefined) return chosen.devEui;
  if (found.length === 0) throw new WrongUse(`Aucun appareil ne s'appelle « ${device} ».`);
  const names = found.map(({ name, devEui }) => `  ${devEui}  ${name}`).join("\n");
  throw new WrongUse(`Plusieurs appareils répondent à « ${device} » :\n${names}`);
}

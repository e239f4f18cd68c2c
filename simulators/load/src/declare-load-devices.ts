import { createHash } from "node:crypto";
import { agencyCode, loadOrganisations } from "@gtb/database/load-organisations";
import type { Pool } from "@gtb/database/pool";
import { findOrganisation } from "@gtb/database/queries/find-organisation";
import { insertBuilding } from "@gtb/database/queries/insert-building";
import { insertLoadDevices, type LoadDevice } from "@gtb/database/queries/insert-load-devices";
import { insertSite } from "@gtb/database/queries/insert-site";
import { listDeclaredMeasurements } from "@gtb/database/queries/list-declared-measurements";
import { lockForTransaction } from "@gtb/database/queries/lock-for-transaction";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { inTransaction } from "@gtb/database/transaction";
import { catalogue } from "@gtb/devices/catalogue";
import { devEuiOf } from "./load-run.ts";
import { loadDeviceType } from "./uplink-values.ts";

/** Declares the first `count` devices of load runs where they are not yet, in a simulated building of the agency. Safe to repeat. */
export async function declareLoadDevices(pool: Pool, count: number): Promise<void> {
  if ((await findOrganisation(pool, "agency", agencyCode)) === undefined) await loadOrganisations(pool);
  await syncDeviceTypes(
    pool,
    catalogue.map(({ lorawan, ...type }) => ({ ...type, reportEveryMinutes: lorawan.reportEveryMinutes })),
  );
  await inTransaction(pool, async (connection) => {
    await lockForTransaction(connection, "load devices");
    const devEuis = Array.from({ length: count }, (_, index) => devEuiOf(index));
    const known = new Set((await listDeclaredMeasurements(connection, devEuis)).map(({ devEui }) => devEui));
    const missing = devEuis.filter((devEui) => !known.has(devEui));
    if (missing.length === 0) return;
    const organisation = await findOrganisation(connection, "agency", agencyCode);
    if (organisation === undefined) throw new Error("The agency is not loaded");
    const place = { address: null, communeCode: "27229", latitude: 49.024, longitude: 1.151 };
    const site = await insertSite(connection, { organisation, name: "Essai de charge", ...place });
    const building = await insertBuilding(connection, {
      site: site ?? "",
      name: "Essai de charge",
      use: "other",
      heatingEnergy: "none",
      timeZone: "Europe/Paris",
      floorAreaM2: null,
      simulated: true,
    });
    await insertLoadDevices(connection, building ?? "", missing.map(loadDevice));
  });
}

function loadDevice(devEui: string): LoadDevice {
  return {
    devEui,
    deviceType: loadDeviceType,
    points: [
      { measurement: "temperature", uuid: uuidOf(devEui, "temperature"), quantity: "temperature", unit: "Cel" },
      { measurement: "humidity", uuid: uuidOf(devEui, "humidity"), quantity: "relative-humidity", unit: "%" },
    ],
  };
}

function uuidOf(devEui: string, measurement: string): string {
  const hex = createHash("sha256").update(`load ${devEui} ${measurement}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

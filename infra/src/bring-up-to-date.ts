import { agencyCode, loadOrganisations } from "@gtb/database/load-organisations";
import { migrate } from "@gtb/database/migrate";
import { createPool } from "@gtb/database/pool";
import { mapGrafanaLogin } from "@gtb/database/queries/map-grafana-login";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { syncPermissions } from "@gtb/database/queries/sync-permissions";
import { catalogueEntries } from "@gtb/readings/catalogue-entries";

/**
 * Brings a database to this version, as its owner: its migrations, then what the code says and the database mirrors (who
 * may do what, the types of devices), and the Eure's organisations as they officially are.
 */
export async function bringUpToDate(databaseUrl: string, say: (line: string) => void): Promise<void> {
  await migrate(databaseUrl, { onProgress: ({ name }) => say(`migrating: ${name}`) });
  const pool = createPool({ databaseUrl, applicationName: "gtb-migrate" });
  try {
    await syncPermissions(pool);
    await syncDeviceTypes(pool, catalogueEntries());
    const { communes, epcis } = await loadOrganisations(pool);
    await mapGrafanaLogin(pool, agencyCode);
    say(`${communes} communes and ${epcis} EPCI are known`);
  } finally {
    await pool.end();
  }
}

import { loadOrganisations } from "@gtb/database/load-organisations";
import { migrate } from "@gtb/database/migrate";
import { createPool } from "@gtb/database/pool";

/** Brings a database to this version: its migrations, then the Eure's organisations as they officially are. */
export async function bringUpToDate(databaseUrl: string, say: (line: string) => void): Promise<void> {
  await migrate(databaseUrl, { onProgress: ({ name }) => say(`migrating: ${name}`) });
  const pool = createPool({ databaseUrl, applicationName: "gtb-migrate" });
  try {
    const { communes, epcis } = await loadOrganisations(pool);
    say(`${communes} communes and ${epcis} EPCI are known`);
  } finally {
    await pool.end();
  }
}

import { isUnavailable } from "@gtb/database/database-error";
import { createPool, type Pool } from "@gtb/database/pool";
import { findDatabaseUrl } from "@gtb/service-kit/running-platform";

/** Runs one command's work with a connection to the platform's database. */
export async function withDatabase(work: (pool: Pool) => Promise<void>): Promise<void> {
  const databaseUrl = await findDatabaseUrl();
  const pool = createPool({ databaseUrl, applicationName: "gtb-cli", maxConnections: 1 });
  try {
    await work(pool);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const { host } = new URL(databaseUrl);
    throw new Error(`Base de données injoignable (${host}) : ${error instanceof Error ? error.message : error}`);
  } finally {
    await pool.end();
  }
}

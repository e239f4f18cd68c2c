import { apiSession } from "@gtb/database/identity";
import { createPool, type Pool } from "@gtb/database/pool";
import type { ApiConfig } from "./config.ts";

const statementTimeoutMs = 15_000;

/** The API's two ways into the database: inside the walls, and before there is an identity. They connect on first use. */
export function openPools(config: ApiConfig): { readonly pool: Pool; readonly auth: Pool; close(): Promise<void> } {
  const pool = createPool({
    databaseUrl: config.GTB_DATABASE_URL,
    applicationName: "gtb-api",
    maxConnections: config.GTB_API_CONNECTIONS,
    statementTimeoutMs,
    session: apiSession,
  });
  const auth = createPool({
    databaseUrl: config.GTB_AUTH_DATABASE_URL,
    applicationName: "gtb-api-auth",
    maxConnections: 4,
    statementTimeoutMs,
  });
  return { pool, auth, close: async () => void (await Promise.all([pool.end(), auth.end()])) };
}

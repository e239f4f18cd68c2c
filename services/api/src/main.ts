import { createPool } from "@gtb/database/pool";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { catalogue } from "@gtb/devices/catalogue";
import { readConfig } from "@gtb/service-kit/config";
import { type RunningService, runService } from "@gtb/service-kit/lifecycle";
import { createLog } from "@gtb/service-kit/log";
import { buildApi } from "./app.ts";
import { configSchema } from "./config.ts";

const config = readConfig(configSchema);
const log = createLog("api", config.GTB_LOG_LEVEL);

async function start(): Promise<RunningService> {
  const pool = createPool({
    databaseUrl: config.GTB_DATABASE_URL,
    applicationName: "gtb-api",
    maxConnections: config.GTB_API_CONNECTIONS,
    statementTimeoutMs: 15_000,
  });
  // A device can only be declared of a type that the database knows.
  await syncDeviceTypes(
    pool,
    catalogue.map(({ lorawan, ...type }) => ({ ...type, reportEveryMinutes: lorawan.reportEveryMinutes })),
  );
  const app = await buildApi({ pool, log, webDist: config.GTB_WEB_DIST });
  const address = await app.listen({ host: config.GTB_API_HOST, port: config.GTB_API_PORT });
  log.info({ address }, "listening");
  return {
    stopPhases: [
      { name: "close connections", timeLimitMs: 5_000, run: async () => void (await app.close()) },
      { name: "close database", timeLimitMs: 2_000, run: () => pool.end() },
    ],
  };
}

await runService({ log, start });

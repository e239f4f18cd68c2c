import { disableDemonstratorAccounts } from "@gtb/database/queries/insert-first-account";
import { readConfig } from "@gtb/service-kit/config";
import { type RunningService, runService } from "@gtb/service-kit/lifecycle";
import { createLog } from "@gtb/service-kit/log";
import { settingsOf } from "./api-settings.ts";
import { buildApi } from "./app.ts";
import { configSchema } from "./config.ts";
import { openPools } from "./open-pools.ts";
import { readTlsFiles } from "./tls-files.ts";

const config = readConfig(configSchema);
const log = createLog("api", config.GTB_LOG_LEVEL);

async function start(): Promise<RunningService> {
  const { pool, auth, close } = openPools(config);
  if (config.NODE_ENV === "production") {
    const shutOut = await disableDemonstratorAccounts(auth);
    if (shutOut > 0) log.warn({ accounts: shutOut }, "accounts of the demonstrator are shut out");
  }
  const tls = await readTlsFiles(config);
  const app = await buildApi({ pool, auth, log, webDist: config.GTB_WEB_DIST, settings: settingsOf(config), tls });
  const address = await app.listen({ host: config.GTB_API_HOST, port: config.GTB_API_PORT });
  log.info({ address }, "listening");
  return {
    stopPhases: [
      { name: "close connections", timeLimitMs: 5_000, run: async () => void (await app.close()) },
      { name: "close database", timeLimitMs: 2_000, run: close },
    ],
  };
}

await runService({ log, start });

import { readConfig } from "@gtb/service-kit/config";
import { runService } from "@gtb/service-kit/lifecycle";
import { createLog } from "@gtb/service-kit/log";
import { startJobs } from "./app.ts";
import { configSchema } from "./config.ts";

const config = readConfig(configSchema);
const log = createLog("jobs", config.GTB_LOG_LEVEL);
await runService({ log, start: () => startJobs(config, log) });

import { setFlagsFromString } from "node:v8";
import { readConfig } from "@gtb/service-kit/config";
import { runService } from "@gtb/service-kit/lifecycle";
import { createLog } from "@gtb/service-kit/log";
import { startIngestion } from "./app.ts";
import { configSchema } from "./config.ts";

// The rows of a batch live until its commit, from which V8 concludes at the start, while its young generation is small,
// that they live for ever, and makes them old. Dead ones then keep all that they name through every scavenge: of 50 MB
// 10 survived and were copied twice. Without that guess garbage collection costs 3 µs an uplink, not 6.
setFlagsFromString("--no-allocation-site-pretenuring");

const config = readConfig(configSchema);
const log = createLog("ingestion", config.GTB_LOG_LEVEL);
await runService({ log, start: () => startIngestion(config, log) });

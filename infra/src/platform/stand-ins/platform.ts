import { readPlatformConfig } from "../config.ts";
import { Platform } from "../platform.ts";
import { stopOnSignals } from "../stop-on-signals.ts";
import { standInServices } from "./services.ts";

/** A supervisor in a process of its own, for the tests that kill it. */
const platform = new Platform({
  config: readPlatformConfig(),
  services: standInServices,
  withDemonstrator: false,
  buildPortal: async () => undefined,
  progress: (line) => console.error(line),
});
stopOnSignals(platform);
console.log(JSON.stringify(await platform.start()));

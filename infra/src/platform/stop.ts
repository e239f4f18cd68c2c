import { setTimeout as delay } from "node:timers/promises";
import { isAlive } from "../process-identity.ts";
import { readPlatformConfig } from "./config.ts";
import { progressOnStandardError } from "./progress.ts";
import { endLeftovers, findSupervisor } from "./state-files.ts";

/** `npm stop`: asks the supervisor of this home to end everything, and waits for it. */
const { home } = readPlatformConfig();
const progress = progressOnStandardError(Date.now());
const supervisor = await findSupervisor(home);
if (supervisor === undefined) {
  const leftovers = await endLeftovers(home);
  progress(leftovers > 0 ? `ended ${leftovers} processes of a killed supervisor` : `nothing runs on ${home}`);
} else {
  progress(`stopping the platform on ${home}`);
  process.kill(supervisor.pid, "SIGTERM");
  const deadline = Date.now() + 180_000;
  while (isAlive(supervisor)) {
    if (Date.now() > deadline)
      throw new Error(`Process ${supervisor.pid} does not end: see ${home}/logs/supervisor.log`);
    await delay(100);
  }
  progress("stopped");
}

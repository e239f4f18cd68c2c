import { parseArgs } from "node:util";
import { printCredentials } from "../first-accounts/print-credentials.ts";
import { type PlatformConfig, readPlatformConfig } from "./config.ts";
import { type StartedPlatform, startDetached, tellStarter } from "./detached-start.ts";
import { Platform } from "./platform.ts";
import { progressOnStandardError } from "./progress.ts";
import { waitForRunningPlatform } from "./running-platform.ts";
import { platformServices } from "./services.ts";
import { findSupervisor } from "./state-files.ts";
import { stopOnSignals } from "./stop-on-signals.ts";
import { buildWeb } from "./web-build.ts";

const { values: flags } = parseArgs({
  options: {
    detach: { type: "boolean", default: false },
    empty: { type: "boolean", default: false },
    // Given by `startDetached` to the process that stays: it tells its progress over the channel to its parent.
    background: { type: "boolean", default: false },
  },
});

async function main(config: PlatformConfig): Promise<void> {
  const progress = progressOnStandardError(Date.now());
  if ((await findSupervisor(config.home)) !== undefined) {
    progress(`the platform already runs on ${config.home}: npm stop ends it`);
    const addresses = await waitForRunningPlatform(config.home);
    if (addresses === undefined) throw new Error("It ended before it was ready: try again.");
    return announce({ addresses, newAccounts: [] });
  }
  if (flags.detach) return announce(await startDetached(config, flags.empty, progress));
  const platform = new Platform({
    config,
    services: platformServices,
    withDemonstrator: !flags.empty,
    buildPortal: buildWeb,
    progress: flags.background ? (line) => tellStarter({ progress: line }) : progress,
  });
  stopOnSignals(platform);
  const addresses = await platform.start();
  const { newAccounts } = platform;
  if (flags.background) tellStarter({ addresses, newAccounts });
  else announce({ addresses, newAccounts });
}

/** Detached: one line for programs. In the foreground: one for people. */
function announce({ addresses, newAccounts }: StartedPlatform): void {
  const { api, mqtt, database, credentialsFile } = addresses;
  printCredentials(newAccounts, credentialsFile);
  if (flags.detach) process.stdout.write(`${JSON.stringify({ api, mqtt, database, credentialsFile })}\n`);
  else process.stdout.write(`\nThe platform is ready: ${api}\nCtrl-C or npm stop ends it.\n`);
}

try {
  await main(readPlatformConfig());
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  if (flags.background) tellStarter({ failure: message });
  else process.stderr.write(`\n${message}\n`);
  process.exitCode = 1;
}

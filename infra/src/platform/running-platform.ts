import { setTimeout as delay } from "node:timers/promises";
import { findSupervisor, type PlatformAddresses, readStatus } from "./state-files.ts";

/** The addresses of the platform that runs on `home`, once it is ready; undefined when none runs or its start failed. */
export async function waitForRunningPlatform(home: string): Promise<PlatformAddresses | undefined> {
  while ((await findSupervisor(home)) !== undefined) {
    const status = await readStatus(home);
    if (status?.ready) return status.addresses;
    await delay(200);
  }
  return undefined;
}

import { spawn } from "node:child_process";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Credential } from "../first-accounts/credentials-file.ts";
import type { PlatformConfig } from "./config.ts";
import type { PlatformAddresses } from "./state-files.ts";

/** What a start ends with. */
export interface StartedPlatform {
  readonly addresses: PlatformAddresses;
  /** The accounts that this start has made: to be shown once. */
  readonly newAccounts: readonly Credential[];
}

type Message = { readonly progress: string } | StartedPlatform | { readonly failure: string };

/** To the process that waits in `startDetached`; when it is gone, nobody needs to hear. */
export function tellStarter(message: Message): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

/**
 * Starts a supervisor that outlives this process, and resolves when everything is healthy. The supervisor owns all
 * servers: they end with it. Rejects with its error when the start failed; nothing runs then.
 */
export async function startDetached(
  config: PlatformConfig,
  empty: boolean,
  progress: (line: string) => void,
): Promise<StartedPlatform> {
  const logs = join(config.home, "logs");
  await mkdir(config.home, { recursive: true, mode: 0o700 });
  await mkdir(logs, { recursive: true });
  const output = await open(join(logs, "supervisor-output.log"), "a");
  const program = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, [program, "--background", ...(empty ? ["--empty"] : [])], {
    detached: true,
    stdio: ["ignore", output.fd, output.fd, "ipc"],
  });
  // Ctrl-C while we wait is meant for what we have started.
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on("SIGINT", passOn).on("SIGTERM", passOn);
  try {
    return await new Promise<StartedPlatform>((resolve, reject) => {
      child.on("message", (message: Message) => {
        if ("progress" in message) progress(message.progress);
        else if ("addresses" in message) resolve(message);
        else reject(new Error(message.failure));
      });
      child.once("error", reject);
      child.once("exit", (code) =>
        reject(new Error(`The supervisor ended (code ${code}): see ${logs}/supervisor-output.log`)),
      );
    });
  } finally {
    process.off("SIGINT", passOn).off("SIGTERM", passOn);
    if (child.connected) child.disconnect();
    child.unref();
    await output.close();
  }
}

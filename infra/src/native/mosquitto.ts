import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ManagedProcess } from "../managed-process.ts";
import { checkBroker } from "../mqtt-health.ts";
import { sandboxCommand } from "./sandbox.ts";

const settings = fileURLToPath(new URL("../../mosquitto/mosquitto.conf", import.meta.url));

export interface NativeMosquittoOptions {
  readonly prefix: string;
  /** Holds the persistence file; kept from one start to the next. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
}

/** Mosquitto on 127.0.0.1, open to everyone on this machine. Not started yet. */
export function createMosquitto({ prefix, folder, port, logFile }: NativeMosquittoOptions): ManagedProcess {
  const data = join(folder, "data");
  const listener = join(folder, "listener");
  return new ManagedProcess({
    name: "broker",
    sandboxed: true,
    logFile,
    graceMs: 30_000,
    command: sandboxCommand(
      {
        prefix,
        mounts: [
          { host: settings, inside: "/mosquitto/config/mosquitto.conf" },
          { host: listener, inside: "/mosquitto/listener" },
          { host: data, inside: "/mosquitto/data", writable: true },
        ],
      },
      ["/usr/sbin/mosquitto", "-c", "/mosquitto/config/mosquitto.conf"],
    ),
    prepare: async () => {
      await mkdir(data, { recursive: true, mode: 0o700 });
      await mkdir(listener, { recursive: true });
      await writeFile(join(listener, "native.conf"), `listener ${port} 127.0.0.1\nallow_anonymous true\n`);
    },
    checkHealth: () => checkBroker("127.0.0.1", port),
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findFreePort } from "@gtb/infra/free-port";

const main = fileURLToPath(new URL("../../../services/ingestion/src/main.ts", import.meta.url));

export interface WorkerAddresses {
  readonly databaseUrl: string;
  readonly mqttUrl: string;
  /** What all workers wrote, for whoever looks for a lost uplink. */
  readonly logFile: string;
}

/** One ingestion process that comes back when it dies, as under the supervisor, until it is let go. */
export class IngestionWorker {
  readonly #addresses: WorkerAddresses;
  #process: ChildProcess | undefined;
  #wanted = true;

  constructor(addresses: WorkerAddresses) {
    this.#addresses = addresses;
  }

  async start(): Promise<void> {
    const port = await findFreePort();
    const { databaseUrl, mqttUrl, logFile } = this.#addresses;
    const env = {
      GTB_DATABASE_URL: databaseUrl,
      GTB_MQTT_URL: mqttUrl,
      GTB_HEALTH_PORT: String(port),
      GTB_LOG_LEVEL: "info",
    };
    const log = openSync(logFile, "a");
    this.#process = spawn(process.execPath, [main], { stdio: ["ignore", log, log], env });
    closeSync(log);
    this.#process.once("exit", () => {
      // A process that cannot start while the database is away is started again, as the supervisor does.
      if (this.#wanted) setTimeout(() => void this.start(), 500);
    });
  }

  /** SIGKILL; the process comes back by itself. */
  kill(): void {
    this.#process?.kill("SIGKILL");
  }

  /** SIGKILL, and it stays away. */
  killForGood(): void {
    this.#wanted = false;
    this.kill();
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    if (this.#process === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill("SIGTERM");
    await once(this.#process, "exit");
  }
}

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { allDeviceEvents } from "@gtb/chirpstack/topic";
import type { Pool } from "@gtb/database/pool";
import { findFreePort } from "@gtb/infra/free-port";
import { openWaitingSession, queueMessages } from "./queue-messages.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As the platform starts it: infra/src/platform/services.ts. */
const nodeOptions = ["--max-semi-space-size=64"];

export interface MeasureOptions {
  readonly mqttUrl: string;
  readonly messages: number;
  /** Messages before the measurement begins: the compiler's warm-up is not what is compared. */
  readonly warmUp: number;
  readonly startMs: number;
}

const stillToCome = 10_000;
/** Counting takes the database longer and longer, on the cores that are measured. */
const pollMs = 250;

/** (a) CPU of bare MQTT receive + JSON.parse, in µs an uplink. */
export async function measureBareReceive({ mqttUrl, messages, warmUp, startMs }: MeasureOptions): Promise<number> {
  await openWaitingSession(mqttUrl, "gtb-bench-bare", allDeviceEvents);
  await queueMessages(mqttUrl, messages, startMs);
  const { stdout } = await promisify(execFile)(process.execPath, [
    here("./bare-receiver.ts"),
    mqttUrl,
    String(messages),
    String(warmUp),
  ]);
  return (JSON.parse(stdout) as { cpuMicroseconds: number }).cpuMicroseconds;
}

export interface IngestionMeasurement {
  /** CPU of our ingestion's process, in µs an uplink, up to the commit. */
  readonly cpuMicroseconds: number;
  readonly uplinksPerSecond: number;
}

/** (b) Our ingestion, started on a queue that is full. */
export async function measureIngestion(
  pool: Pool,
  databaseUrl: string,
  options: MeasureOptions,
): Promise<IngestionMeasurement> {
  const { mqttUrl, messages, warmUp, startMs } = options;
  await openWaitingSession(mqttUrl, "gtb-ingestion-1", `$share/gtb-ingestion/${allDeviceEvents}`);
  await queueMessages(mqttUrl, messages, startMs);
  await pool.query("insert into ingestion_slot (slot) values (1)");
  const port = await findFreePort();
  const service = spawn(process.execPath, [...nodeOptions, here("../../../services/ingestion/src/main.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { GTB_DATABASE_URL: databaseUrl, GTB_MQTT_URL: mqttUrl, GTB_HEALTH_PORT: String(port), GTB_LOG_LEVEL: "warn" },
  });
  try {
    const first = await whenStored(pool, port, warmUp);
    // While messages still come, as at the beginning: both ends then count the same work on batches not committed yet.
    const last = await whenStored(pool, port, messages - stillToCome);
    const uplinks = last.stored - first.stored;
    return {
      cpuMicroseconds: ((last.cpuSeconds - first.cpuSeconds) * 1e6) / uplinks,
      uplinksPerSecond: (uplinks * 1000) / (last.atMs - first.atMs),
    };
  } finally {
    service.kill("SIGTERM");
    await once(service, "exit");
  }
}

interface Observation {
  readonly stored: number;
  readonly cpuSeconds: number;
  readonly atMs: number;
}

async function whenStored(pool: Pool, metricsPort: number, wanted: number): Promise<Observation> {
  for (;;) {
    const { rows } = await pool.query<{ stored: number }>("select count(*) as stored from uplink");
    const stored = rows[0]?.stored ?? 0;
    if (stored >= wanted) return { stored, cpuSeconds: await readCpuSeconds(metricsPort), atMs: performance.now() };
    await sleep(pollMs);
  }
}

async function readCpuSeconds(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const [, seconds] = /^process_cpu_seconds_total\{[^}]*\} (\S+)$/m.exec(await response.text()) ?? [];
  return Number(seconds);
}

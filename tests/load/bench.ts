import { startTestBroker } from "@gtb/infra/test-broker";
import { startTestDatabaseServer } from "@gtb/infra/test-database-server";
import { createBenchWorld } from "./bench/bench-world.ts";
import { measureBareReceive, measureIngestion } from "./bench/measure-ingestion.ts";
import { decodeBatches, measureCopy, measureStore } from "./bench/measure-store.ts";

// Measures, in one run on one machine, what ingestion costs against the floor that nobody goes below. Figures are
// printed as ratios; nothing is asserted, because a busy machine proves nothing.

const messages = 60_000;
const warmUp = 15_000;
/** Old enough that no time is in the future, the same in all parts. */
const startMs = Date.now() - 30 * 24 * 3_600_000;

interface BenchLine {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
}

async function benchIngestion(serverUrl: string, mqttUrl: string): Promise<BenchLine[]> {
  const { databaseUrl, pool } = await createBenchWorld(serverUrl, "bench_ingestion");
  try {
    progress(`(a) bare MQTT receive + JSON.parse of ${messages} uplinks`);
    const bare = await measureBareReceive({ mqttUrl, messages, warmUp, startMs });
    progress(`(b) ingestion of ${messages} uplinks up to the commit`);
    const ours = await measureIngestion(pool, databaseUrl, { mqttUrl, messages, warmUp, startMs });
    return [
      { what: "(a) bare receive + JSON.parse", measured: `${bare.toFixed(1)} µs CPU an uplink`, aim: "" },
      { what: "(b) ingestion to the commit", measured: `${ours.cpuMicroseconds.toFixed(1)} µs CPU an uplink`, aim: "" },
      { what: "(b) / (a)", measured: (ours.cpuMicroseconds / bare).toFixed(2), aim: "≤ 2.5" },
      {
        what: "ingestion from a full queue",
        measured: `${Math.round(ours.uplinksPerSecond)} uplinks/s`,
        aim: "≥ 3000",
      },
    ];
  } finally {
    await pool.end();
  }
}

async function benchStore(serverUrl: string): Promise<BenchLine[]> {
  const { databaseUrl, pool } = await createBenchWorld(serverUrl, "bench_store");
  try {
    progress(`decoding ${messages} uplinks`);
    const { registry, batches } = await decodeBatches(pool, messages, startMs);
    progress("(d) our store call with decoded batches");
    const store = await measureStore(pool, registry, batches);
    progress("(c) psql COPY of the same rows");
    const copy = await measureCopy(pool, databaseUrl);
    return [
      { what: "(c) psql COPY", measured: `${Math.round(copy)} rows/s`, aim: "" },
      { what: "(d) store call", measured: `${Math.round(store)} rows/s`, aim: "" },
      { what: "(d) / (c)", measured: (store / copy).toFixed(2), aim: "≥ 0.5" },
    ];
  } finally {
    await pool.end();
  }
}

function progress(line: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
}

progress("starting a database and a broker");
const database = await startTestDatabaseServer();
const broker = await startTestBroker();
try {
  const lines = [
    ...(await benchIngestion(database.serverUrl, broker.mqttUrl)),
    ...(await benchStore(database.serverUrl)),
  ];
  for (const { what, measured, aim } of lines) console.log(`${what.padEnd(34)}${measured.padStart(28)}  ${aim}`);
} finally {
  await broker.remove();
  await database.remove();
}

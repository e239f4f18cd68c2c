import { mkdir, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { migrate } from "@gtb/database/migrate";
import { createPool } from "@gtb/database/pool";
import { listMissingUplinks } from "@gtb/database/queries/list-missing-uplinks";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { databaseUrlFor, ensureDatabase } from "@gtb/infra/database-server";
import { startTestBroker } from "@gtb/infra/test-broker";
import { startTestDatabaseServer } from "@gtb/infra/test-database-server";
import { catalogueEntries } from "@gtb/readings/catalogue-entries";
import { declareLoadDevices } from "@gtb/simulator-load/declare-load-devices";
import { formatReport } from "@gtb/simulator-load/format-report";
import { reportLoad } from "@gtb/simulator-load/load-report";
import { dueMs, loadRun, storedAs } from "@gtb/simulator-load/load-run";
import { publishLoad } from "@gtb/simulator-load/publish-load";
import { type Fault, planFaults } from "./faults/fault-plan.ts";
import { IngestionWorker } from "./faults/ingestion-worker.ts";

// The long fault run: 200,000 uplinks while ingestion is killed 30 times, the broker restarted, the database stopped
// for a minute and one of two workers lost for good. Exit code 1 when one uplink is lost or doubled.

const { values } = parseArgs({
  options: {
    uplinks: { type: "string", default: "200000" },
    rate: { type: "string", default: "1500" },
    seed: { type: "string", default: "1" },
  },
});
const uplinks = Number(values.uplinks);
const rate = Number(values.rate);
const devices = 1_000;
const databaseAwayMs = 60_000;
const source = "chirpstack";
const folder = fileURLToPath(new URL("../../.runtime/faults/", import.meta.url));
const logFile = `${folder}workers.log`;

const begunAt = Date.now();
const say = (line: string): void =>
  console.error(`${((Date.now() - begunAt) / 1000).toFixed(0).padStart(4)} s  ${line}`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
say("starting a database, a broker and two workers");
const database = await startTestDatabaseServer({ durable: true });
const broker = await startTestBroker();
await ensureDatabase(database.serverUrl, "faults");
const databaseUrl = databaseUrlFor(database.serverUrl, "faults");
await migrate(databaseUrl);
const pool = createPool({ databaseUrl, applicationName: "gtb-faults" });
await syncDeviceTypes(pool, catalogueEntries());
await declareLoadDevices(pool, devices);
const workers = [0, 1].map(() => new IngestionWorker({ databaseUrl, mqttUrl: broker.mqttUrl, logFile }));
await Promise.all(workers.map((worker) => worker.start()));
// The shared subscription must stand before the first message: a broker keeps nothing for nobody.
await untilSubscribed();

const run = loadRun({ devices, rate, uplinks, format: "json", seed: Number(values.seed) }, Date.now() + 200);
const faults = inflict(planFaults((uplinks / rate) * 1000, Number(values.seed)));
const published = await publishLoad(run, {
  mqttUrl: broker.mqttUrl,
  onProgress: ({ sent, acknowledged }) => {
    if (sent % (rate * 10) < rate) say(`sent ${sent} of ${uplinks}, acknowledged ${acknowledged}`);
  },
});
await faults;
say("all published; waiting for storage to catch up");
const report = await reportLoad(pool, run, published, { source, patienceMs: 60_000 });
for (const { from, to } of await listMissingUplinks(pool, storedAs(run, source), uplinks)) {
  const dueAt = new Date(dueMs(run, from)).toISOString();
  console.log(`missing: ${from} to ${to}, due from ${dueAt} on; what the workers wrote: ${logFile}`);
}
await Promise.all(workers.map((worker) => worker.stop()));
await pool.end();
await broker.remove();
await database.remove();
console.log(formatReport(report));
process.exitCode = report.lost + report.doubled + report.readingsMissing === 0 && report.stored === uplinks ? 0 : 1;
process.exit();

async function untilSubscribed(): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query("select from ingestion_slot");
    if (rowCount === workers.length) break;
    await sleep(100);
  }
  await sleep(2_000);
}

async function inflict(plan: readonly Fault[]): Promise<void> {
  const startedAt = Date.now();
  const lasting: Promise<void>[] = [];
  for (const fault of plan) {
    await sleep(Math.max(0, startedAt + fault.atMs - Date.now()));
    say(fault.kind);
    lasting.push(act(fault));
  }
  await Promise.all(lasting);
}

async function act({ kind, atMs }: Fault): Promise<void> {
  const [first, second] = workers;
  if (kind === "kill worker") (atMs % 2 === 0 ? first : second)?.kill();
  else if (kind === "lose worker") second?.killForGood();
  else if (kind === "restart broker") {
    await broker.server.stop();
    await broker.server.start();
    await broker.server.waitUntilHealthy();
    say("the broker is back");
  } else {
    await database.server.stop();
    await sleep(databaseAwayMs);
    await database.server.start();
    await database.server.waitUntilHealthy();
    say("the database is back");
  }
}

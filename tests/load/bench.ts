import { startTestBroker } from "@gtb/infra/test-broker";
import { startTestDatabaseServer } from "@gtb/infra/test-database-server";
import { createBenchWorld } from "./bench/bench-world.ts";
import { type Costs, measureAnalysis } from "./bench/measure-analysis.ts";
import { type IngestionMeasurement, measureBareReceive, measureIngestion } from "./bench/measure-ingestion.ts";
import { measureRecompute } from "./bench/measure-recompute.ts";
import { measureSandbox } from "./bench/measure-sandbox.ts";
import { decodeBatches, measureCopy, measureStore } from "./bench/measure-store.ts";
import { measureWalls } from "./bench/measure-walls.ts";

// Measures, in one run on one machine, what ingestion costs against the floor that nobody goes below. Figures are
// printed as ratios; nothing is asserted, because a busy machine proves nothing.

const messages = 120_000;
/** While the compiler works on it, ingestion's code costs twice as much for 20,000 uplinks, a third more for the next. */
const warmUp = 60_000;
/** Odd, and (a) and (b) in turn: what else the machine does comes and goes within a minute and disturbs both alike. */
const rounds = 5;
const storedUplinks = 60_000;
/** Old enough that no time is in the future, the same in all parts. */
const startMs = Date.now() - 30 * 24 * 3_600_000;

interface BenchLine {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
}

async function benchIngestion(serverUrl: string): Promise<BenchLine[]> {
  const bare: number[] = [];
  const ours: IngestionMeasurement[] = [];
  for (let round = 1; round <= rounds; round++) {
    bare.push(await withBroker((mqttUrl) => measureBareReceive({ mqttUrl, messages, warmUp, startMs })));
    ours.push(await withBroker((mqttUrl) => benchOurs(serverUrl, mqttUrl, round)));
    progress(`round ${round}: (a) ${bare.at(-1)?.toFixed(1)} µs, (b) ${ours.at(-1)?.cpuMicroseconds.toFixed(1)} µs`);
  }
  const costs = ours.map(({ cpuMicroseconds }) => cpuMicroseconds);
  const a = median(bare);
  const b = median(costs);
  // The stricter figure: (a) is so quick that a disturbed broker feeds it 14 messages a read instead of 65, which costs
  // it 13 µs each instead of 9; (b) is slower than any broker and always finds its buffer full.
  const quietest = Math.min(...costs) / Math.min(...bare);
  const perSecond = median(ours.map(({ uplinksPerSecond }) => uplinksPerSecond));
  return [
    { what: "(a) bare receive + JSON.parse", measured: `${a.toFixed(1)} µs CPU an uplink`, aim: "" },
    { what: "(b) ingestion to the commit", measured: `${b.toFixed(1)} µs CPU an uplink`, aim: "" },
    { what: `(b) / (a), medians of ${rounds}`, measured: (b / a).toFixed(2), aim: "≤ 2.5" },
    { what: "(b) / (a), cheapest run of each", measured: quietest.toFixed(2), aim: "≤ 2.5" },
    { what: "ingestion from a full queue", measured: `${Math.round(perSecond)} uplinks/s`, aim: "≥ 3000" },
  ];
}

async function benchOurs(serverUrl: string, mqttUrl: string, round: number): Promise<IngestionMeasurement> {
  const { databaseUrl, pool } = await createBenchWorld(serverUrl, `bench_ingestion_${round}`);
  try {
    return await measureIngestion(pool, databaseUrl, { mqttUrl, messages, warmUp, startMs });
  } finally {
    await pool.end();
  }
}

/** A broker for each measurement: sessions that another has left would gather these messages too. */
async function withBroker<T>(measure: (mqttUrl: string) => Promise<T>): Promise<T> {
  const broker = await startTestBroker();
  try {
    return await measure(broker.mqttUrl);
  } finally {
    await broker.remove();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

async function benchStore(serverUrl: string): Promise<BenchLine[]> {
  const { databaseUrl, pool } = await createBenchWorld(serverUrl, "bench_store");
  try {
    progress(`decoding ${storedUplinks} uplinks`);
    const { registry, batches } = await decodeBatches(pool, storedUplinks, startMs);
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

/** The API's queries among 60 organisations' data: as the owner, who passes every wall, and as a user of one. */
async function benchWalls(serverUrl: string): Promise<BenchLine[]> {
  progress("(e) the API's queries without walls and with them");
  const { costs, plan } = await measureWalls(serverUrl);
  console.log(`plan of 20 days of a point behind the walls:\n${plan.map((line) => `  ${line}`).join("\n")}`);
  return costs.map(({ query, bareMs, walledMs }) => ({
    what: query,
    measured: `${bareMs.toFixed(1)} → ${walledMs.toFixed(1)} ms, × ${(walledMs / bareMs).toFixed(2)}`,
    aim: "",
  }));
}

/** A meter-year of 10-minute readings computed again, with one year of raw history in the database and with five. */
async function benchRecompute(serverUrl: string): Promise<BenchLine[]> {
  progress("(f) computing a meter-year again");
  const lines: BenchLine[] = [];
  for (const years of [1, 5]) {
    const { scanMs, unchangedMs, changedMs } = await measureRecompute(serverUrl, years);
    const ratio = (ms: number): string => `${ms.toFixed(0)} ms, × ${(ms / scanMs).toFixed(1)}`;
    lines.push(
      { what: `bare scan of a meter-year, ${years} year(s) stored`, measured: `${scanMs.toFixed(0)} ms`, aim: "" },
      { what: "  recompute / scan, nothing changed", measured: ratio(unchangedMs), aim: "" },
      { what: "  recompute / scan, every hour changed", measured: ratio(changedMs), aim: "" },
    );
  }
  return lines;
}

/** What is looked at: a building's year by day, and 5,000 buildings compared over 5 years. */
async function benchAnalysis(serverUrl: string): Promise<BenchLine[]> {
  progress("(g) a year by day, and the league of 5,000 buildings");
  const lines: BenchLine[] = [];
  const line = (what: string, { scanMs, queryMs, rows }: Costs): BenchLine => ({
    what: `${what} / scan of its ${rows} rows`,
    measured: `${scanMs.toFixed(1)} → ${queryMs.toFixed(1)} ms, × ${(queryMs / scanMs).toFixed(2)}`,
    aim: "",
  });
  for (const years of [1, 5]) {
    const { yearByDay, league } = await measureAnalysis(serverUrl, years);
    lines.push({ what: `with ${years} year(s) of raw history stored`, measured: "", aim: "" });
    lines.push(line("  year by day", yearByDay), line("  league", league));
  }
  return lines;
}

/** The same device by our decoder and by a published script in the sandbox: in this thread, and through the pool. */
async function benchSandbox(): Promise<BenchLine[]> {
  progress("(h) a codec in the sandbox against our own decoder");
  const { nativeUs, sandboxUs, pooledUs, loadUs } = await measureSandbox();
  const ratio = (us: number): string => `${us.toFixed(1)} µs an uplink, × ${(us / nativeUs).toFixed(0)}`;
  return [
    { what: "(h) EM300-TH by our own decoder", measured: `${nativeUs.toFixed(2)} µs an uplink`, aim: "" },
    { what: "  script in the sandbox / own", measured: ratio(sandboxUs), aim: "" },
    { what: "  script through the pool, 2 threads / own", measured: ratio(pooledUs), aim: "" },
    { what: "  reading the script, once", measured: `${loadUs.toFixed(0)} µs`, aim: "" },
  ];
}

function progress(line: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
}

const parts = {
  walls: benchWalls,
  ingestion: benchIngestion,
  store: benchStore,
  recompute: benchRecompute,
  analysis: benchAnalysis,
  sandbox: benchSandbox,
};

/** `npm run bench -- analysis walls`: these parts alone. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}: there are ${Object.keys(parts).join(", ")}`);

progress("starting a database");
const database = await startTestDatabaseServer();
try {
  const lines: BenchLine[] = [];
  for (const [name, measure] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) lines.push(...(await measure(database.serverUrl)));
  for (const { what, measured, aim } of lines) console.log(`${what.padEnd(46)}${measured.padStart(28)}  ${aim}`);
} finally {
  await database.remove();
}

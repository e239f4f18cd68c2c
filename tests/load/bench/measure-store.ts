import { execFile } from "node:child_process";
import { chmod, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseEvent } from "@gtb/chirpstack/parse-event";
import type { Pool } from "@gtb/database/pool";
import { defaultCacheFolder, ensurePrefix } from "@gtb/infra/native/prefix";
import { sandboxCommand } from "@gtb/infra/native/sandbox";
import { decodePayload } from "@gtb/readings/decode-payload";
import { type Registry, readRegistry } from "@gtb/readings/registry";
import { type BatchEntry, storeBatch } from "@gtb/readings/store-batch";
import { benchMessage } from "./bench-events.ts";

const batchSize = 1_000;

/** Decoded batches, ready to be stored: what the store call is given in ingestion. */
export async function decodeBatches(
  pool: Pool,
  uplinks: number,
  startMs: number,
): Promise<{ registry: Registry; batches: BatchEntry[][] }> {
  const registry = await readRegistry(pool);
  const batches: BatchEntry[][] = [];
  for (let from = 0; from < uplinks; from += batchSize) {
    const size = Math.min(batchSize, uplinks - from);
    batches.push(Array.from({ length: size }, (_, index) => decode(registry, from + index, startMs)));
  }
  return { registry, batches };
}

function decode(registry: Registry, index: number, startMs: number): BatchEntry {
  const { topic, payload } = benchMessage(index, startMs);
  const event = parseEvent(topic, payload);
  const { eventId, time, devEui, fPort, fCnt, data } = event;
  if (fPort === null || data === null) throw new Error("the bench sends uplinks only");
  const { readings, rejected, ...decoded } = decodePayload(registry, {
    eventId,
    devEui,
    time,
    receivedAt: time,
    fPort,
    data,
    encrypted: false,
  });
  const ledger = {
    ...{ source: "bench", eventType: "up", eventId, time, receivedAt: time, devEui, fPort, fCnt, data, ...decoded },
    ...{ applicationId: event.applicationId, devAddr: event.devAddr, object: null, readingCount: readings.length },
    ...{ rxInfo: JSON.stringify(event.rxInfo), detail: JSON.stringify(event.detail) },
  };
  return { ledger, readings, rejected };
}

/** (d) Rows a second (ledger and readings together) of the store call alone. */
export async function measureStore(pool: Pool, registry: Registry, batches: readonly BatchEntry[][]): Promise<number> {
  const startedAt = performance.now();
  let rows = 0;
  for (const entries of batches) {
    const batch = {
      registryVersion: registry.version,
      entries,
      rejects: [],
      deviceHealth: [],
      gatewaysHeard: new Map<string, Date>(),
    };
    rows += entries.length + (await storeBatch(pool, batch)).readings;
  }
  return (rows * 1000) / (performance.now() - startedAt);
}

/** (c) Rows a second of psql's COPY of the very rows that the store call left, into the same hypertables, emptied, in transactions of the same size. */
export async function measureCopy(pool: Pool, databaseUrl: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "gtb-bench-"));
  await chmod(folder, 0o755);
  try {
    const tables = ["uplink", "reading"] as const;
    const script = await open(join(folder, "copy.sql"), "w");
    let rows = 0;
    for (const table of tables) {
      await psql(databaseUrl, folder, [
        "-c",
        `\\copy (select * from ${table} order by time) to '/bench/${table}.copy'`,
      ]);
      rows += await splitCopyFile(folder, table, script.appendFile.bind(script));
    }
    await script.close();
    await pool.query("truncate uplink, reading");
    const startedAt = performance.now();
    await psql(databaseUrl, folder, ["-f", "/bench/copy.sql"]);
    return (rows * 1000) / (performance.now() - startedAt);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts the rows of a file into a psql script, a COPY for each thousand. Resolves with the number of rows. */
async function splitCopyFile(folder: string, table: string, append: (text: string) => Promise<void>): Promise<number> {
  const file = await open(join(folder, `${table}.copy`));
  let rows: string[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await append(`copy ${table} from stdin;\n${rows.join("\n")}\n\\.\n`);
    count += rows.length;
    rows = [];
  };
  for await (const line of file.readLines()) {
    rows.push(line);
    if (rows.length === batchSize) await flush();
  }
  await flush();
  return count;
}

async function psql(databaseUrl: string, folder: string, args: readonly string[]): Promise<void> {
  const prefix = await ensurePrefix(defaultCacheFolder(), () => undefined);
  const mounts = [{ host: folder, inside: "/bench", writable: true }];
  const [program = "", ...rest] = sandboxCommand({ prefix, mounts }, [
    "/usr/lib/postgresql/17/bin/psql",
    "-q",
    "-v",
    "ON_ERROR_STOP=1",
    "-d",
    databaseUrl,
    ...args,
  ]);
  await promisify(execFile)(program, rest, { maxBuffer: 1 << 24 });
}

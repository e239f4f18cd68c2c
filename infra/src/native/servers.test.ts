import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "@gtb/database/pool";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDatabase } from "../database-server.ts";
import { findFreePort } from "../free-port.ts";
import { checkBroker } from "../mqtt-health.ts";
import { createMosquitto } from "./mosquitto.ts";
import { createPostgres } from "./postgres.ts";
import { defaultCacheFolder, ensurePrefix } from "./prefix.ts";

let folder: string;
let prefix: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-servers-"));
  prefix = await ensurePrefix(defaultCacheFolder(), () => undefined);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function query(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const pool = createPool({ databaseUrl, applicationName: "servers-test", maxConnections: 1 });
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
  }
}

test("a database keeps what was committed through SIGKILL, stop and start on the same folder and port", async () => {
  const { server, serverUrl } = await createPostgres({
    prefix,
    folder: join(folder, "database"),
    port: await findFreePort(),
    logFile: join(folder, "database.log"),
  });
  try {
    await Promise.all([server.start(), server.start()]);
    await server.waitUntilHealthy();
    await query(serverUrl, "create table t (n int)");
    await query(serverUrl, "insert into t values (17)");
    await server.kill();
    await expect(checkDatabase(serverUrl)).rejects.toThrow();
    await server.start();
    await server.waitUntilHealthy();
    await server.stop();
    await server.start();
    await server.waitUntilHealthy();
    expect(await query(serverUrl, "select n from t")).toEqual([{ n: 17 }]);
    expect(await query(serverUrl, "show shared_preload_libraries")).toEqual([
      { shared_preload_libraries: "timescaledb" },
    ]);
    expect(await query(serverUrl, "show fsync")).toEqual([{ fsync: "on" }]);
    await expect(checkDatabase(serverUrl.replace(/:[^:@]+@/, ":wrong@"))).rejects.toThrow(
      /password authentication failed/,
    );
    expect((await stat(join(folder, "database/password"))).mode & 0o777).toBe(0o600);
  } finally {
    await server.stop();
  }
});

test("a broker comes back on the same port after SIGKILL and after a stop", async () => {
  const port = await findFreePort();
  const broker = createMosquitto({ prefix, folder: join(folder, "broker"), port, logFile: join(folder, "broker.log") });
  try {
    for (const end of [() => broker.kill(), () => broker.stop()]) {
      await broker.start();
      await broker.waitUntilHealthy();
      await end();
      await expect(checkBroker("127.0.0.1", port)).rejects.toThrow();
    }
    // A stop writes the sessions and what they wait for.
    expect((await stat(join(folder, "broker/data/mosquitto.db"))).size).toBeGreaterThan(0);
  } finally {
    await broker.stop();
  }
});

test("a server that can't start says why and where its log is", async () => {
  const port = await findFreePort();
  const first = createMosquitto({ prefix, folder: join(folder, "first"), port, logFile: join(folder, "first.log") });
  const second = createMosquitto({ prefix, folder: join(folder, "second"), port, logFile: join(folder, "second.log") });
  try {
    await first.start();
    await first.waitUntilHealthy();
    await second.start();
    await second.exited;
    await expect(second.waitUntilHealthy()).rejects.toThrow(/second\.log\n.*Address already in use/s);
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
});

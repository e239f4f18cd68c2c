import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startContainerServer } from "./container-server.ts";
import { checkDatabase } from "./database-server.ts";
import { hasDockerEngine } from "./docker-engine.ts";
import { findFreePort } from "./free-port.ts";
import { timescaledbImage } from "./images.ts";
import { createPostgres } from "./native/postgres.ts";
import { defaultCacheFolder, ensurePrefix } from "./native/prefix.ts";
import type { TestServer } from "./test-server.ts";

const settingsFile = fileURLToPath(new URL("../timescaledb/postgresql.conf", import.meta.url));

/** A test's database is thrown away: no need to wait for the disk. */
const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" };
/** TimescaleDB's scheduler connects to every database and so would keep a template from being cloned. */
const withoutWorkers = { "timescaledb.max_background_workers": "0" };

export interface TestDatabaseServerOptions {
  /** True: commits wait for the disk and survive SIGKILL, as in production. Default: false, faster. */
  readonly durable?: boolean;
}

export interface TestDatabaseServer {
  readonly server: TestServer;
  /** As superuser, database `postgres`. */
  readonly serverUrl: string;
  /** Where the data and the log lie; undefined in a container. */
  readonly folder?: string;
  /** Ends the server and deletes its data. */
  remove(): Promise<void>;
}

/** A PostgreSQL + TimescaleDB of one's own, empty, on a free port: from the Docker engine, else native. */
export async function startTestDatabaseServer(options: TestDatabaseServerOptions = {}): Promise<TestDatabaseServer> {
  const settings = options.durable ? withoutWorkers : { ...fast, ...withoutWorkers };
  return (await hasDockerEngine()) ? startContainer(settings) : startNative(settings);
}

async function startNative(settings: Readonly<Record<string, string>>): Promise<TestDatabaseServer> {
  const prefix = await ensurePrefix(defaultCacheFolder(), (line) => console.error(line));
  const folder = await mkdtemp(join(tmpdir(), "gtb-test-database-"));
  const port = await findFreePort();
  const { server, serverUrl } = await createPostgres({
    prefix,
    folder,
    port,
    settings,
    logFile: join(folder, "database.log"),
  });
  const remove = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.start();
    await server.waitUntilHealthy();
  } catch (error) {
    await remove();
    throw error;
  }
  return { server, serverUrl, folder, remove };
}

async function startContainer(settings: Readonly<Record<string, string>>): Promise<TestDatabaseServer> {
  const hostPort = await findFreePort();
  const serverUrl = `postgresql://gtb:test@127.0.0.1:${hostPort}/postgres`;
  const server = await startContainerServer({
    image: timescaledbImage,
    command: [
      ...["postgres", "-c", "config_file=/config/postgresql.conf", "-c", "listen_addresses=*"],
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    environment: { POSTGRES_USER: "gtb", POSTGRES_PASSWORD: "test", NO_TS_TUNE: "true" },
    files: [{ source: settingsFile, target: "/config/postgresql.conf" }],
    containerPort: 5432,
    hostPort,
    checkHealth: () => checkDatabase(serverUrl),
  });
  await server.waitUntilHealthy();
  return { server, serverUrl, remove: () => server.remove() };
}

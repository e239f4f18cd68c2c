import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkDatabase } from "../database-server.ts";
import { ManagedProcess } from "../managed-process.ts";
import { sandboxCommand } from "./sandbox.ts";

const run = promisify(execFile);
const settings = fileURLToPath(new URL("../../timescaledb/postgresql.conf", import.meta.url));
const programs = "/usr/lib/postgresql/17/bin";
const superuser = "gtb";

export interface NativePostgresOptions {
  readonly prefix: string;
  /** Holds the data and the generated password; kept from one start to the next. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  /** Over the settings file: tests give up durability for speed. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface NativePostgres {
  readonly server: ManagedProcess;
  /** URL of the database `postgres`, as the server's superuser. */
  readonly serverUrl: string;
}

/** PostgreSQL 17 with TimescaleDB on 127.0.0.1, its data folder made with initdb where needed. Not started yet. */
export async function createPostgres(options: NativePostgresOptions): Promise<NativePostgres> {
  const { prefix, folder, port, logFile } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = await keepPassword(join(folder, "password"));
  const mounts = [
    { host: settings, inside: "/config/postgresql.conf" },
    { host: folder, inside: "/data", writable: true },
  ];
  const serverUrl = `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const overrides = Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "/tmp",
    ...options.settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = new ManagedProcess({
    name: "database",
    sandboxed: true,
    logFile,
    // Fast shutdown: ends the sessions, writes a checkpoint.
    stopSignal: "SIGINT",
    graceMs: 60_000,
    command: sandboxCommand({ prefix, mounts }, [
      `${programs}/postgres`,
      ...["-D", "/data/pg", "-c", "config_file=/config/postgresql.conf"],
      ...overrides,
    ]),
    prepare: () => initialise(prefix, folder),
    checkHealth: () => checkDatabase(serverUrl),
  });
  return { server, serverUrl };
}

/** initdb into a folder beside, then a rename: a data folder is whole or not there. */
async function initialise(prefix: string, folder: string): Promise<void> {
  if (await isThere(join(folder, "pg", "PG_VERSION"))) return;
  await rm(join(folder, "pg"), { recursive: true, force: true });
  await rm(join(folder, "unfinished"), { recursive: true, force: true });
  const mounts = [{ host: folder, inside: "/data", writable: true }];
  const [file = "", ...args] = sandboxCommand({ prefix, mounts }, [
    "/bin/sh",
    "-c",
    `${programs}/initdb -D /data/unfinished -U ${superuser} --pwfile=/data/password -E UTF8 --locale=C.UTF-8 --auth=scram-sha-256 && mv /data/unfinished /data/pg`,
  ]);
  await run(file, args);
}

async function keepPassword(path: string): Promise<string> {
  if (!(await isThere(path))) await writeFile(path, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return (await readFile(path, "utf8")).trim();
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

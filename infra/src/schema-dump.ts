import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { migrate } from "@gtb/database/migrate";
import { createPool } from "@gtb/database/pool";
import { listHypertables } from "@gtb/database/queries/list-hypertables";
import { databaseUrlFor, ensureDatabase } from "./database-server.ts";
import { timescaledbImage } from "./images.ts";
import { defaultCacheFolder, ensurePrefix } from "./native/prefix.ts";
import { sandboxCommand } from "./native/sandbox.ts";
import { startTestDatabaseServer } from "./test-database-server.ts";

const run = promisify(execFile);
const options = ["--schema-only", "--schema=public", "--schema=reporting"];
const title = "-- The schema after all migrations, for reviewers. Written by: npm run schema:write -w @gtb/database\n";

/** The schema that the migrations make on an empty server, as text that changes only when they do. */
export async function dumpSchema(): Promise<string> {
  const { server, serverUrl, folder, remove } = await startTestDatabaseServer();
  try {
    await server.waitUntilHealthy();
    await ensureDatabase(serverUrl, "schema");
    const databaseUrl = databaseUrlFor(serverUrl, "schema");
    await migrate(databaseUrl);
    const [file = "", ...args] = await pgDump(databaseUrl, folder === undefined);
    const { stdout } = await run(file, args, { maxBuffer: 64 * 1024 * 1024 });
    return `${title}\n${stableSchema(stdout)}\n${await describeHypertables(databaseUrl)}`;
  } finally {
    await remove();
  }
}

/** pg_dump of the server's own version: that of Debian 12 refuses a server 17. */
async function pgDump(databaseUrl: string, inContainer: boolean): Promise<readonly string[]> {
  if (inContainer)
    return ["docker", "run", "--rm", "--network=host", timescaledbImage, "pg_dump", ...options, databaseUrl];
  const prefix = await ensurePrefix(defaultCacheFolder(), (line) => console.error(line));
  return sandboxCommand({ prefix, mounts: [] }, ["/usr/lib/postgresql/17/bin/pg_dump", ...options, databaseUrl]);
}

/** Left out: pg_dump's random `\restrict` key, versions and settings, the superuser's ownership, TimescaleDB's own triggers. */
const unstable = [
  /^--/,
  /^\\(un)?restrict /,
  /^SET /,
  /^SELECT pg_catalog\.set_config/,
  / OWNER TO (gtb|pg_database_owner);$/,
  /^(CREATE|COMMENT ON) SCHEMA public\b/,
  /^CREATE TRIGGER ts_insert_blocker /,
];

export function stableSchema(dump: string): string {
  const lines = dump.split("\n").filter((line) => !unstable.some((pattern) => pattern.test(line)));
  return `${lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

async function describeHypertables(databaseUrl: string): Promise<string> {
  const pool = createPool({ databaseUrl, applicationName: "gtb-schema-dump", maxConnections: 1 });
  try {
    const lines = (await listHypertables(pool)).map(
      ({ table, timeColumn, chunkInterval }) => `--   ${table} by ${timeColumn}, one chunk ${chunkInterval}`,
    );
    return `${["-- Hypertables:", ...lines].join("\n")}\n`;
  } finally {
    await pool.end();
  }
}

import { createPool } from "@gtb/database/pool";

/** Administration of a database server: databases are made, cloned and dropped here; what is in them is not ours. */

const doesNotExist = "3D000";
const exists = "42P04";
/** Two `create database` of one name at once: the later one meets the unique index. */
const madeMeanwhile = "23505";

/** Resolves when the server accepts a connection to this database. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  await withServer(databaseUrl, async () => undefined);
}

/** Makes the database where it is not there yet; several may ask at once. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  try {
    await checkDatabase(databaseUrlFor(serverUrl, name));
  } catch (error) {
    if (!isCode(error, doesNotExist)) throw error;
    await createDatabase(serverUrl, name);
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  await withServer(serverUrl, async (execute) => {
    try {
      await execute(`create database ${quoted(name)}`);
    } catch (error) {
      if (!isCode(error, exists) && !isCode(error, madeMeanwhile)) throw error;
    }
  });
}

/** Closes a database to everyone: PostgreSQL clones a template only while nobody is connected to it. */
export async function closeTemplate(serverUrl: string, name: string): Promise<void> {
  await withServer(serverUrl, (execute) =>
    execute(`alter database ${quoted(name)} with allow_connections false is_template true`),
  );
}

/** A copy of the template with all its content: about 0.1 s with `fsync` off. */
export async function cloneDatabase(serverUrl: string, template: string, name: string): Promise<void> {
  await withServer(serverUrl, (execute) =>
    execute(`create database ${quoted(name)} template ${quoted(template)} strategy file_copy`),
  );
}

/** Drops a database and ends whoever is still connected to it. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withServer(serverUrl, (execute) => execute(`drop database if exists ${quoted(name)} with (force)`));
}

/** The same server, another database. */
export function databaseUrlFor(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withServer(
  url: string,
  work: (execute: (sql: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const pool = createPool({ databaseUrl: url, applicationName: "gtb-infra", maxConnections: 1 });
  try {
    const connection = await pool.connect();
    try {
      await work(async (sql) => {
        await connection.query(sql);
      });
    } finally {
      connection.release();
    }
  } finally {
    await pool.end();
  }
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

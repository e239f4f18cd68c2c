import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

const migrationsFolder = new URL("../migrations/", import.meta.url);

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export interface MigrateOptions {
  /** Called before each migration that is applied. */
  readonly onProgress?: (migration: Migration) => void;
}

/** The numbered migrations of this version, in order. Throws where a number is missing or doubled. */
export async function listMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new Error(`Migration ${name}: number ${index + 1} expected in its place`);
      return { number, name, sql: await readFile(new URL(name, migrationsFolder), "utf8") };
    }),
  );
}

/**
 * Brings a database to this version's schema. Safe to call from several processes at once: each migration's ledger row
 * goes in first, inside the migration's transaction, so a second starter waits for it and then finds it done.
 * Throws where the database was migrated by a newer version than this one: an older binary could harm it.
 */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<void> {
  const migrations = await listMigrations();
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "gtb-migrate" });
  await client.connect();
  try {
    await prepareLedger(client);
    const { rows } = await client.query<{ number: number }>(
      "select coalesce(max(number), 0)::int as number from schema_migration",
    );
    const applied = rows[0]?.number ?? 0;
    if (applied > migrations.length) {
      throw new Error(
        `The database is at migration ${applied}, this version knows ${migrations.length}: start the newer version, or restore a backup made before it.`,
      );
    }
    for (const migration of migrations.slice(applied)) await applyOne(client, migration, options);
  } finally {
    await client.end();
  }
}

async function prepareLedger(client: pg.Client): Promise<void> {
  // `create table if not exists` itself fails when two run at once; the lock lets one pass after the other.
  await client.query("select pg_advisory_lock(hashtext('schema_migration'))");
  await client.query(
    `create table if not exists schema_migration (
       number integer primary key, name text not null, applied_at timestamptz not null default now())`,
  );
  await client.query("select pg_advisory_unlock(hashtext('schema_migration'))");
}

async function applyOne(client: pg.Client, migration: Migration, options: MigrateOptions): Promise<void> {
  await client.query("begin");
  try {
    const { rowCount } = await client.query(
      "insert into schema_migration (number, name) values ($1, $2) on conflict do nothing",
      [migration.number, migration.name],
    );
    if (rowCount === 1) {
      options.onProgress?.(migration);
      await client.query(migration.sql);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

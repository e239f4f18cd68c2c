import { databaseUrlFor, dropDatabase, ensureDatabase } from "@gtb/infra/database-server";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { listMigrations, migrate } from "./migrate.ts";
import { createPool, type Pool } from "./pool.ts";

const serverUrl = inject("testDatabaseServerUrl");
const migrations = await listMigrations();
const numbers = migrations.map(({ number }) => number);

let name = "";
let databaseUrl = "";
let pool: Pool;

beforeEach(async () => {
  name = `gtb_migrate_${process.pid}_${Date.now()}`;
  databaseUrl = databaseUrlFor(serverUrl, name);
  await ensureDatabase(serverUrl, name);
  pool = createPool({ databaseUrl, applicationName: "migrate-test" });
});
afterEach(async () => {
  await pool.end();
  await dropDatabase(serverUrl, name);
});

test("several starters at once apply each migration once, in order", async () => {
  const applied: number[] = [];
  const starters = [1, 2, 3, 4].map(() => migrate(databaseUrl, { onProgress: ({ number }) => applied.push(number) }));
  await Promise.all(starters);
  expect(applied).toEqual(numbers);
  expect(await ledger()).toEqual(numbers);
});

test("a second run changes nothing", async () => {
  await migrate(databaseUrl);
  const before = await schema();
  const applied: number[] = [];
  await migrate(databaseUrl, { onProgress: ({ number }) => applied.push(number) });
  expect(applied).toEqual([]);
  expect(await schema()).toEqual(before);
});

test("a database migrated by a newer version is refused", async () => {
  await migrate(databaseUrl);
  await pool.query("insert into schema_migration (number, name) values ($1, 'from_the_future')", [numbers.length + 1]);
  const before = await schema();
  await expect(migrate(databaseUrl)).rejects.toThrow(/newer version/);
  expect(await schema()).toEqual(before);
});

test("a failed migration leaves nothing behind, says which it was, and can be repeated", async () => {
  // In the way of the last table that the second migration makes.
  const tables = [...(migrations[1]?.sql ?? "").matchAll(/^create table (\w+)/gm)].map(([, table]) => `${table}`);
  expect(tables.length).toBeGreaterThan(1);
  await pool.query(`create table ${tables.at(-1)} (in_the_way text)`);

  await expect(migrate(databaseUrl)).rejects.toThrow(/Migration 0002_.* already exists/);
  expect(await ledger()).toEqual([1]);
  const there = await schema();
  for (const table of tables.slice(0, -1)) expect(there).not.toContain(`table ${table}`);

  await pool.query(`drop table ${tables.at(-1)}`);
  await migrate(databaseUrl);
  expect(await ledger()).toEqual(numbers);
});

async function ledger(): Promise<number[]> {
  const { rows } = await pool.query<{ number: number }>(
    "select number from schema_migration order by applied_at, number",
  );
  return rows.map(({ number }) => number);
}

/** Tables, indexes and views of ours, and when each migration was applied. */
async function schema(): Promise<string[]> {
  const { rows } = await pool.query<{ entry: string }>(
    `select case c.relkind when 'r' then 'table' when 'v' then 'view' when 'i' then 'index' else c.relkind::text end || ' ' || c.relname as entry
       from pg_class c where c.relnamespace::regnamespace::text in ('public', 'reporting')
     union all select number || ' at ' || applied_at from schema_migration order by 1`,
  );
  return rows.map(({ entry }) => entry);
}

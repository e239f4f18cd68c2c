import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "@gtb/database/pool";
import { afterAll, expect, test } from "vitest";
import { giveServiceLogins } from "./service-logins.ts";
import { createTestDatabase } from "./test-database.ts";

const { databaseUrl } = await createTestDatabase();
const home = await mkdtemp(join(tmpdir(), "gtb-logins-"));
const folder = join(home, "secrets");
afterAll(() => rm(home, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown> {
  const pool = createPool({ databaseUrl: url, applicationName: "test", maxConnections: 1 });
  try {
    return (await pool.query<{ answer: unknown }>(sql)).rows[0]?.answer;
  } finally {
    await pool.end();
  }
}

test("each service logs in as its own role with a password of its own, which stays", async () => {
  const urls = await giveServiceLogins(databaseUrl, { folder });
  for (const [role, url] of Object.entries(urls)) {
    expect(await ask(url, "select current_user as answer")).toBe(role);
    expect((await stat(join(folder, `${role}-password`))).mode & 0o777).toBe(0o600);
  }
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(new Set(Object.values(urls).map((url) => new URL(url).password)).size).toBe(4);
  expect(await giveServiceLogins(databaseUrl, { folder })).toEqual(urls);
});

test("none of them owns a table, passes row-level security or may become another", async () => {
  const urls = await giveServiceLogins(databaseUrl, { folder });
  for (const [role, url] of Object.entries(urls)) {
    expect(await ask(url, `select count(*) as answer from pg_class where pg_get_userbyid(relowner) = '${role}'`)).toBe(
      0,
    );
    const mighty =
      "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as answer from pg_roles where rolname = current_user";
    expect(await ask(url, mighty)).toBe(false);
    const others = Object.keys(urls).filter((other) => other !== role);
    for (const other of [...others, "gtb_reporting"])
      await expect(ask(url, `set role ${other}`)).rejects.toThrow(/permission denied/);
  }
});

test("a wrong password lets nobody in, and the server's own record is no password", async () => {
  const { gtb_jobs } = await giveServiceLogins(databaseUrl, { folder });
  const wrong = new URL(gtb_jobs);
  wrong.password = "wrong";
  await expect(ask(wrong.href, "select 1 as answer")).rejects.toThrow(/password authentication failed/);
  const kept = await ask(databaseUrl, "select rolpassword as answer from pg_authid where rolname = 'gtb_jobs'");
  expect(kept).toMatch(/^SCRAM-SHA-256\$4096:/);
});

test("temporary tables are for ingestion and jobs, which load in bulk; strangers do not even connect", async () => {
  const urls = await giveServiceLogins(databaseUrl, { folder });
  const may = "select has_database_privilege(current_database(), 'temporary') as answer";
  expect(
    await Promise.all([urls.gtb_api, urls.gtb_auth, urls.gtb_ingestion, urls.gtb_jobs].map((url) => ask(url, may))),
  ).toEqual([false, false, true, true]);
  const everyone = "select has_database_privilege('gtb_reporting', current_database(), 'connect') as answer";
  expect(await ask(databaseUrl, everyone)).toBe(false);
});

test("advisory locks are the services' own, and nobody makes large objects", async () => {
  const urls = await giveServiceLogins(databaseUrl, { folder });
  for (const url of Object.values(urls)) {
    expect(await ask(url, "select pg_try_advisory_xact_lock(1) as answer")).toBe(true);
    await expect(ask(url, "select lo_create(0) as answer")).rejects.toThrow(/permission denied/);
  }
  const grafana = (sql: string) => ask(databaseUrl, `set role gtb_grafana; ${sql}`);
  for (const call of ["pg_advisory_lock(1)", "pg_try_advisory_lock_shared(1, 2)", "lo_from_bytea(0, 'x')"])
    await expect(grafana(`select ${call}`)).rejects.toThrow(/permission denied/);
});

import { createPool } from "@gtb/database/pool";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "./test-database.ts";

const database = await createTestDatabase();
const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "infra-test" });
afterAll(() => pool.end());

test("a test database is migrated and empty", async () => {
  const { rows } = await pool.query<{ migrations: number; organisations: number }>(
    "select (select count(*) from schema_migration) as migrations, (select count(*) from organisation) as organisations",
  );
  expect(rows[0]?.migrations).toBeGreaterThan(0);
  expect(rows[0]?.organisations).toBe(0);
});

test("what one test file writes is unseen by another", async () => {
  const other = await createTestDatabase();
  const otherPool = createPool({ databaseUrl: other.databaseUrl, applicationName: "infra-test" });
  try {
    const insert = "insert into organisation (kind, code, name) values ('commune', '27229', 'Évreux')";
    await otherPool.query(insert);
    expect((await pool.query("select from organisation")).rowCount).toBe(0);
    expect((await otherPool.query("select from organisation")).rowCount).toBe(1);
  } finally {
    await otherPool.end();
    await other.drop();
  }
});

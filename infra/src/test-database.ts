import { randomBytes } from "node:crypto";
import { afterAll, afterEach, inject } from "vitest";
import "./test-database-setup.ts";
import { cloneDatabase, databaseUrlFor, dropDatabase } from "./database-server.ts";

export interface TestDatabase {
  readonly databaseUrl: string;
  readonly name: string;
  /** Only needed where it was made inside a hook or a test. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database for one test file, in a project with `test-database-setup.ts` as its global setup.
 * Call it at the top of the file, `const database = await createTestDatabase()`: it is then dropped after the last
 * test, and kept when one failed. Inside a hook or a test, call `drop` yourself.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject("testDatabaseServerUrl");
  const name = `gtb_test_${randomBytes(6).toString("hex")}`;
  await cloneDatabase(serverUrl, inject("testDatabaseTemplate"), name);
  const drop = () => dropDatabase(serverUrl, name);
  let failed = false;
  afterEach(({ task }) => {
    failed ||= task.result?.state === "fail";
  });
  afterAll(async () => {
    if (failed) console.error(`A test failed: its database ${name} is kept.`);
    else await drop();
  });
  return { databaseUrl: databaseUrlFor(serverUrl, name), name, drop };
}

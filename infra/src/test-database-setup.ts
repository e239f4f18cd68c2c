import { migrate } from "@gtb/database/migrate";
import { readConfig, databaseUrl as urlSchema } from "@gtb/service-kit/config";
import type { TestProject } from "vitest/node";
import { z } from "zod";
import { closeTemplate, databaseUrlFor, dropDatabase, ensureDatabase } from "./database-server.ts";
import { startTestDatabaseServer } from "./test-database-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly testDatabaseServerUrl: string;
    readonly testDatabaseTemplate: string;
  }
}

/** A server given here is used instead of one of our own; it must be one to throw away: we connect as superuser. */
const Environment = z.object({ GTB_TEST_DATABASE_URL: urlSchema.optional() });

/**
 * Vitest global setup of every project whose tests need a database: one server, and in it one migrated template that
 * `createTestDatabase` clones. A database that a failed test file left behind is kept, with its server's folder.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = readConfig(Environment).GTB_TEST_DATABASE_URL;
  const own = given === undefined ? await startTestDatabaseServer() : undefined;
  const serverUrl = own?.serverUrl ?? given ?? "";
  const template = `gtb_template_${process.pid}`;
  try {
    await ensureDatabase(serverUrl, template);
    await migrate(databaseUrlFor(serverUrl, template));
    await closeTemplate(serverUrl, template);
  } catch (error) {
    await own?.remove();
    throw error;
  }
  project.provide("testDatabaseServerUrl", serverUrl);
  project.provide("testDatabaseTemplate", template);
  return async () => {
    if (own === undefined) return dropDatabase(serverUrl, template);
    const failed = project.vitest.state.getCountOfFailedTests() > 0;
    if (!failed || own.folder === undefined) return own.remove();
    await own.server.stop();
    console.error(`Databases of failed test files are kept in ${own.folder}: see docs/operations/tests.md`);
  };
}

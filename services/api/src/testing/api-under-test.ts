import { createPool, type Pool } from "@gtb/database/pool";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { catalogue } from "@gtb/devices/catalogue";
import { createTestDatabase } from "@gtb/infra/test-database";
import { createLog } from "@gtb/service-kit/log";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { buildApi } from "../app.ts";

/** A Tuesday at 11:30 in Évreux. */
const testNow = new Date("2026-11-24T10:30:00Z");

interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed JSON, of the contract's type that the caller names. */
  readonly body: T;
}

export interface ApiUnderTest {
  readonly app: FastifyInstance;
  readonly pool: Pool;
  get<T>(url: string): Promise<Answer<T>>;
  post<T>(url: string, body: object): Promise<Answer<T>>;
}

/** The API on a database of its own, at `testNow`. Call it at the top of a test file. */
export async function createApiUnderTest(): Promise<ApiUnderTest> {
  const database = await createTestDatabase();
  const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "api-test" });
  await syncDeviceTypes(
    pool,
    catalogue.map(({ lorawan, ...type }) => ({ ...type, reportEveryMinutes: lorawan.reportEveryMinutes })),
  );
  const app = await buildApi({ pool, log: createLog("api-test", "error"), now: () => testNow, livePollEveryMs: 50 });
  afterAll(async () => {
    await app.close();
    await pool.end();
  });
  const send = async <T>(method: "GET" | "POST", url: string, payload?: object): Promise<Answer<T>> => {
    const response = await app.inject({ method, url: `/api/v1${url}`, ...(payload && { payload }) });
    return { status: response.statusCode, headers: response.headers, body: response.json<T>() };
  };
  return { app, pool, get: (url) => send("GET", url), post: (url, body) => send("POST", url, body) };
}

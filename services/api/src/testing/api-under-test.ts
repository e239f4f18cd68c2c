import { apiSession } from "@gtb/database/identity";
import { createPool, type Pool } from "@gtb/database/pool";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { syncPermissions } from "@gtb/database/queries/sync-permissions";
import { catalogue } from "@gtb/devices/catalogue";
import { createTestDatabase } from "@gtb/infra/test-database";
import { createLog } from "@gtb/service-kit/log";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { type ApiSettings, localSettings } from "../api-settings.ts";
import { buildApi } from "../app.ts";
import { createTestUser, ensureAgency } from "./test-users.ts";

/** A Tuesday at 11:30 in Évreux. */
export const testNow = new Date("2026-11-24T10:30:00Z");

interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed JSON, of the contract's type that the caller names. */
  readonly body: T;
}

export interface ApiClient {
  get<T>(url: string): Promise<Answer<T>>;
  post<T>(url: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  patch<T>(url: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  remove<T>(url: string): Promise<Answer<T>>;
}

/** Calls as an administrator of the agency, unless `as` says otherwise. */
export interface ApiUnderTest extends ApiClient {
  readonly app: FastifyInstance;
  /** The database as its owner, who passes every wall: to prepare, and to look. */
  readonly pool: Pool;
  /** The administrator's. */
  readonly token: string;
  /** Whoever holds the API token; undefined: nobody. */
  as(token: string | undefined): ApiClient;
}

/** A test asks more often than anybody. */
const most = 1_000_000;
export const noLimits = { perUser: most, perToken: most, perAddress: most, perAddressOnSecrets: most };

/** The API on a database of its own, at `testNow`, with the services' own roles. Call it at the top of a test file. */
export async function createApiUnderTest(settings: Partial<ApiSettings> = {}): Promise<ApiUnderTest> {
  const { databaseUrl } = await createTestDatabase();
  const pool = createPool({ databaseUrl, applicationName: "api-test" });
  const asRole = (role: string, session = {}) =>
    createPool({ databaseUrl, applicationName: role, session: { role, ...session } });
  const pools = { pool: asRole("gtb_api", apiSession), auth: asRole("gtb_auth") };
  await syncPermissions(pool);
  await syncDeviceTypes(
    pool,
    catalogue.map(({ lorawan, ...type }) => ({ ...type, reportEveryMinutes: lorawan.reportEveryMinutes })),
  );
  const log = createLog("api-test", "error");
  const app = await buildApi({
    ...pools,
    log,
    now: () => testNow,
    livePollEveryMs: 50,
    settings: { ...localSettings, limits: noLimits, ...settings },
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([pool.end(), pools.pool.end(), pools.auth.end()]);
  });
  const admin = await createTestUser(pool, "agency_admin", await ensureAgency(pool));
  return { app, pool, token: admin.token, as: (token) => createClient(app, token), ...createClient(app, admin.token) };
}

function createClient(app: FastifyInstance, token: string | undefined): ApiClient {
  const send = async <T>(method: InjectMethod, url: string, payload?: object, headers = {}): Promise<Answer<T>> => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const options = { method, url: `/api/v1${url}`, headers: { ...authorization, ...headers } };
    const response = await app.inject({ ...options, ...(payload && { payload }) });
    return { status: response.statusCode, headers: response.headers, body: response.json<T>() };
  };
  return {
    get: (url) => send("GET", url),
    post: (url, body, headers) => send("POST", url, body, headers),
    patch: (url, body, headers) => send("PATCH", url, body, headers),
    remove: (url) => send("DELETE", url),
  };
}

type InjectMethod = "GET" | "POST" | "PATCH" | "DELETE";

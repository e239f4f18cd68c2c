import { randomBytes } from "node:crypto";
import { apiSession } from "@gtb/database/identity";
import { createPool, type Pool } from "@gtb/database/pool";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { syncPermissions } from "@gtb/database/queries/sync-permissions";
import { type FullOrganisation, fillOrganisation } from "@gtb/database/testing/full-organisation";
import { idsOf } from "@gtb/database/testing/organisation-rows";
import { catalogue } from "@gtb/devices/catalogue";
import { cloneDatabase, databaseUrlFor, dropDatabase } from "@gtb/infra/database-server";
import { createTestDatabase } from "@gtb/infra/test-database";
import { createLog } from "@gtb/service-kit/log";
import type { FastifyInstance } from "fastify";
import { afterAll, inject } from "vitest";
import { digestOf } from "../access/secret-token.ts";
import { csrfTokenOf, sessionCookie } from "../access/session-cookie.ts";
import { localSettings } from "../api-settings.ts";
import { buildApi } from "../app.ts";
import { noLimits, testNow } from "./api-under-test.ts";
import { createTestUser, ensureAgency } from "./test-users.ts";

export interface Actor {
  readonly name: string;
  /** What lets them in; none: nobody. */
  readonly headers: Readonly<Record<string, string>>;
  /** A role of the agency's, which reaches over the platform for what is nobody's data. */
  readonly agency: boolean;
}

export interface TwinWorlds {
  /** Where both organisations are. */
  readonly app: FastifyInstance;
  /** The same world to the byte, in which the other organisation has never been. */
  readonly without: FastifyInstance;
  /** As the owner of the world with both. */
  readonly pool: Pool;
  readonly ours: FullOrganisation;
  /** By kind, without the actors' own: who is shut out asks nothing more. */
  readonly ourIds: ReadonlyMap<string, readonly string[]>;
  readonly other: FullOrganisation;
  readonly actors: readonly Actor[];
  /** Of the other organisation's administrator. */
  readonly otherToken: string;
  /** Signs those in again who came by a session and may have ended it. */
  renewSessions(): Promise<void>;
}

/**
 * Two worlds that differ by one organisation. Whatever somebody of another organisation asks must be answered alike in both:
 * then nothing of it is returned, counted or revealed, and an id of its is as good as a random one.
 */
export async function createTwinWorlds(): Promise<TwinWorlds> {
  const { databaseUrl, name } = await createTestDatabase();
  const first = createPool({ databaseUrl, applicationName: "twins" });
  await syncPermissions(first);
  await syncDeviceTypes(
    first,
    catalogue.map(({ lorawan, ...type }) => ({ ...type, reportEveryMinutes: lorawan.reportEveryMinutes })),
  );
  const ours = await fillOrganisation(first, { mark: "Zqours", code: "27901", value: 1111.11 });
  const ourIds = await idsOf(first, ours.id);
  const { actors, groupId } = await addActors(first, ours);
  await addUndeclared(first);
  await first.end();
  const twin = `${name}_twin`;
  await cloneDatabase(inject("testDatabaseServerUrl"), name, twin);
  const pool = createPool({ databaseUrl, applicationName: "twins" });
  const other = await fillOrganisation(pool, { mark: "Zqother", code: "27902", value: 4242.42 });
  const { token: otherToken } = await createTestUser(pool, "organisation_admin", other.id);
  await linkWithoutConsent(pool, groupId, other.id);
  const twinUrl = databaseUrlFor(inject("testDatabaseServerUrl"), twin);
  const twinPool = createPool({ databaseUrl: twinUrl, applicationName: "twins", maxConnections: 1 });
  const [app, without] = [await startApi(databaseUrl), await startApi(twinUrl)];
  afterAll(async () => {
    await Promise.all([pool.end(), twinPool.end()]);
    await dropDatabase(inject("testDatabaseServerUrl"), twin);
  });
  const renewSessions = async () => void (await Promise.all([pool, twinPool].map(renewSession)));
  return { app, without, pool, ours, ourIds, other, actors, otherToken, renewSessions };
}

async function startApi(databaseUrl: string): Promise<FastifyInstance> {
  const asRole = (role: string, session = {}) =>
    createPool({ databaseUrl, applicationName: role, session: { role, ...session } });
  const pools = { pool: asRole("gtb_api", apiSession), auth: asRole("gtb_auth") };
  const settings = { ...localSettings, limits: noLimits };
  const app = await buildApi({ ...pools, log: createLog("api-test", "error"), now: () => testNow, settings });
  afterAll(async () => {
    await app.close();
    await Promise.all([pools.pool.end(), pools.auth.end()]);
  });
  return app;
}

/** Somebody of each role, limited ones, a machine, nobody, the agency's, and those of a group that others have not agreed to. */
async function addActors(pool: Pool, ours: FullOrganisation): Promise<{ actors: Actor[]; groupId: number }> {
  const agencyId = await ensureAgency(pool);
  const { rows } = await pool.query<{ id: number }>(
    "insert into organisation (kind, code, name) values ('epci', '200000001', 'Groupement') returning id",
  );
  const groupId = rows[0]?.id ?? 0;
  await pool.query(
    "insert into organisation_link (parent_id, child_id, kind, consented_at) values ($1, $2, 'service', now()), ($3, $2, 'membership', now())",
    [agencyId, ours.id, groupId],
  );
  const [building = 0] = ours.buildings;
  const of = async (
    name: string,
    role: Parameters<typeof createTestUser>[1],
    where = ours.id,
    buildings?: number[],
  ) => ({
    name,
    headers: bearer((await createTestUser(pool, role, where, buildings)).token),
    agency: where === agencyId,
  });
  const actors: Actor[] = [
    await of("organisation_admin", "organisation_admin"),
    await of("building_manager", "building_manager"),
    await of("technician", "technician"),
    await of("reader", "reader"),
    await of("building_manager of one building", "building_manager", ours.id, [building]),
    await of("technician of one building", "technician", ours.id, [building]),
    await of("agency_admin", "agency_admin", agencyId),
    await of("smo_engineer", "smo_engineer", agencyId),
    await of("organisation_admin of a group", "organisation_admin", groupId),
    { name: "organisation_admin by a session", headers: sessionHeaders, agency: false },
    { name: "nobody", headers: {}, agency: false },
  ];
  const person = await createTestUser(pool, "organisation_admin", ours.id);
  await pool.query("update app_user set name = 'Personne en session' where id = $1", [person.userId]);
  const machine = await createTestUser(pool, "organisation_admin", ours.id);
  await pool.query("update api_token set scopes = '{data:read,building:write}' where user_id = $1", [machine.userId]);
  return {
    actors: [...actors, { name: "token of a machine", headers: bearer(machine.token), agency: false }],
    groupId,
  };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const sessionSecret = randomBytes(32).toString("base64url");
const sessionHeaders = { cookie: `${sessionCookie}=${sessionSecret}`, "x-csrf-token": csrfTokenOf(sessionSecret) };

async function renewSession(pool: Pool): Promise<void> {
  await pool.query(
    `insert into session (token_digest, csrf_digest, user_id, expires_at)
     select $1, $2, id, now() + interval '1 day' from app_user where name = 'Personne en session'
     on conflict (token_digest) do nothing`,
    [digestOf(sessionSecret), digestOf(csrfTokenOf(sessionSecret))],
  );
}

/** Devices and gateways that nobody has declared: those of the network see them. */
async function addUndeclared(pool: Pool): Promise<void> {
  await pool.query(
    `insert into uplink (source, event_type, event_id, time, received_at, dev_eui, data, outcome)
     select 'test', 'up', gen_random_uuid(), '2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z', '00000000000000' || lpad(n::text, 2, '0'), '\\x01', 'unknown_device'
       from generate_series(1, 3) n`,
  );
}

/** Above the other organisation in every way that gives no right: not agreed, agreed and over, agreed and not begun. */
async function linkWithoutConsent(pool: Pool, parent: number, child: number): Promise<void> {
  await pool.query(
    `insert into organisation_link (parent_id, child_id, kind, valid, consented_at) values
       ($1, $2, 'membership', '[2020-01-01,)', null),
       ($1, $2, 'territory', '[2020-01-01,2021-01-01)', now()),
       ($1, $2, 'service', '[2100-01-01,)', now())`,
    [parent, child],
  );
}

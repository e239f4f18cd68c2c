import type { AuditEvent, AuditList } from "@gtb/contracts/audit";
import type { Site } from "@gtb/contracts/sites";
import { verifyAudit } from "@gtb/database/verify-audit";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createLocalAccount, signedInBrowser } from "../../testing/local-account.ts";
import { createTestUser, ensureAgency, type TestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);

interface Commune {
  readonly id: string;
  readonly site: string;
  readonly building: string;
  readonly admin: TestUser;
}
let evreux: Commune;
let louviers: Commune;

async function createCommune(name: string): Promise<Commune> {
  const id = await world.commune(name);
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [id]);
  const inner = rows[0]?.id ?? 0;
  const site = await world.site(id);
  return {
    id,
    site,
    building: await world.building(site),
    admin: await createTestUser(api.pool, "organisation_admin", inner),
  };
}

beforeAll(async () => {
  evreux = await createCommune("Évreux");
  louviers = await createCommune("Louviers");
});

let start: Date;
beforeEach(async () => {
  const { rows } = await api.pool.query<{ now: Date }>("select clock_timestamp() as now");
  start = rows[0]?.now ?? new Date();
});

/** What happened since the test began, the oldest first, without looks at the audit. */
async function eventsSince(token = api.token, query = ""): Promise<AuditEvent[]> {
  const { body, status } = await api.as(token).get<AuditList>(`/audit?limit=200&from=${start.toISOString()}${query}`);
  expect(status).toBe(200);
  return body.items.filter(({ object }) => object.kind !== "audit_event").reverse();
}

test("a change through the API leaves one event: who, when, what, before and after, from where", async () => {
  const zone = await api
    .as(evreux.admin.token)
    .post<{ id: string }>("/zones", { building: evreux.building, name: "Salle 1" });
  const events = await eventsSince();
  expect(events).toEqual([
    {
      id: expect.any(String),
      at: expect.any(String),
      actor: { id: expect.any(String), name: evreux.admin.email },
      via: "token test",
      ip: "127.0.0.1",
      requestId: expect.any(String),
      action: "created",
      object: { kind: "zone", id: zone.body.id, name: "Salle 1" },
      organisation: { id: evreux.id, name: "Évreux" },
      before: null,
      after: {
        name: "Salle 1",
        floor: null,
        organisation: { id: evreux.id, name: "Évreux" },
        building: { id: evreux.building, name: "École Jean-Moulin" },
      },
      erased: false,
    },
  ]);
  expect(Math.abs(Date.parse(events[0]?.at ?? "") - start.getTime())).toBeLessThan(60_000);
});

test("of an edit only what changed is kept, and a request that failed leaves nothing", async () => {
  const url = `/sites/${evreux.site}`;
  const { headers } = await api.get<Site>(url);
  const edit = await api.patch(url, { name: "Nord" }, { "if-match": String(headers["etag"]) });
  expect(edit.status).toBe(200);
  expect((await api.patch(url, { name: "Sud" }, { "if-match": '"no longer so"' })).status).toBe(412);
  expect(await eventsSince()).toMatchObject([
    {
      action: "changed",
      object: { kind: "site", id: evreux.site },
      before: { name: "Centre" },
      after: { name: "Nord" },
    },
  ]);
});

test("each sees the events of what they administer, and the platform's own only the agency", async () => {
  await api.as(evreux.admin.token).post("/zones", { building: evreux.building, name: "Salle 2" });
  await api.as(louviers.admin.token).post("/zones", { building: louviers.building, name: "Salle 3" });
  await api.pool.query("insert into app_user (email, name) values ('nouvelle@exemple.fr', 'Nouvelle')");
  const namesOf = (events: readonly AuditEvent[]) => events.map(({ object }) => object.name);
  expect(namesOf(await eventsSince(evreux.admin.token))).toEqual(["Salle 2"]);
  expect(namesOf(await eventsSince(louviers.admin.token))).toEqual(["Salle 3"]);
  expect(namesOf(await eventsSince(evreux.admin.token, `&organisation=${louviers.id}`))).toEqual([]);
  expect(namesOf(await eventsSince(evreux.admin.token, `&object=${louviers.building}`))).toEqual([]);
  expect(namesOf(await eventsSince())).toEqual(["Salle 2", "Salle 3", "Nouvelle"]);
  expect(namesOf(await eventsSince(api.token, `&organisation=${louviers.id}`))).toEqual(["Salle 3"]);
  const reader = await createTestUser(api.pool, "reader", await ensureAgency(api.pool));
  expect((await api.as(reader.token).get("/audit")).status).toBe(403);
});

test("events are found by who, what and kind, page after page, each once", async () => {
  const zones = ["a", "b", "c"];
  for (const name of zones) await api.post("/zones", { building: evreux.building, name });
  await api.as(evreux.admin.token).post("/zones", { building: evreux.building, name: "d" });
  const [first] = await eventsSince();
  const mine = `&actor=${first?.actor.id}&kind=zone&limit=1`;
  const found: (string | null)[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const url: string = `/audit?from=${start.toISOString()}${mine}${cursor && `&cursor=${cursor}`}`;
    const { body }: { body: AuditList } = await api.get<AuditList>(url);
    found.push(...body.items.map(({ object }) => object.name));
    cursor = body.nextCursor;
  }
  expect(found).toEqual(zones.toReversed());
  const of = await eventsSince(api.token, `&object=${first?.object.id}`);
  expect(of).toEqual([first]);
  const noYear = Buffer.from(JSON.stringify(["0000-01-01T00:00:00Z", first?.id])).toString("base64url");
  for (const query of ["cursor=nonsense", `cursor=${noYear}`, "kind=%00", "object=1", "unknown=1"])
    expect([query, (await api.get(`/audit?${query}`)).status]).toEqual([query, 400]);
});

test("looking at the audit is noted, with what was looked for", async () => {
  await api.as(evreux.admin.token).get(`/audit?kind=zone&organisation=${evreux.id}`);
  const { body } = await api.get<AuditList>(`/audit?kind=audit_event&from=${start.toISOString()}`);
  expect(body.items).toMatchObject([
    { action: "read", actor: { name: evreux.admin.email }, after: { kind: "zone", organisation: evreux.id } },
  ]);
});

test("secrets never stand in it", async () => {
  await api.pool.query(
    "update app_user set password_hash = '$argon2id$very-secret', totp_secret = '\\xdeadbeef', failed_attempts = 2 where id = $1",
    [evreux.admin.userId],
  );
  await api.pool.query("update app_user set failed_attempts = 3, totp_last_step = 4 where id = $1", [
    evreux.admin.userId,
  ]);
  expect(await eventsSince()).toMatchObject([
    {
      action: "changed",
      object: { kind: "app_user", name: evreux.admin.email },
      before: { password_hash: null, totp_secret: null },
      after: { password_hash: "[hidden]", totp_secret: "[hidden]" },
    },
  ]);
  const { rows } = await api.pool.query<{ text: string }>(
    "select string_agg(concat(before, after), '') as text from audit_content",
  );
  expect(rows[0]?.text).toContain('"token_digest": "[hidden]"');
  expect(rows[0]?.text).not.toMatch(/argon2id|deadbeef|\\\\x/);
});

test("of an erased person an unlinkable name is left", async () => {
  const gone = await createTestUser(api.pool, "agency_admin", await ensureAgency(api.pool));
  await api.as(gone.token).post("/zones", { building: evreux.building, name: "Salle 9" });
  await api.pool.query("update app_user set email = 'x@invalid', name = 'x', erased_at = now() where id = $1", [
    gone.userId,
  ]);
  const events = await eventsSince();
  expect(JSON.stringify(events)).not.toContain(gone.email);
  expect(events.find(({ object }) => object.name === "Salle 9")).toMatchObject({
    actor: { id: null, name: expect.stringMatching(/^#[0-9a-f]{8}$/) },
    ip: null,
    via: null,
    after: { name: "Salle 9" },
  });
  expect(events.filter(({ object, erased }) => object.kind === "app_user" && erased)).toHaveLength(2);
  expect(await verifyAudit(api.pool)).toMatchObject({ ok: true });
});

test("every row that is made through the API leaves exactly one event, whatever it is", async () => {
  await api.pool.query("truncate audit_event, audit_content, audit_origin");
  const countsOf = async (sql: string) =>
    new Map((await api.pool.query<{ tab: string; count: number }>(sql)).rows.map(({ tab, count }) => [tab, count]));
  const { rows } = await api.pool.query<{ tab: string }>(
    "select relname as tab from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'audited' order by 1",
  );
  const tables = rows.map(({ tab }) => tab);
  const counting = tables.map((tab) => `select '${tab}' as tab, count(*) from ${tab}`).join(" union all ");
  const before = await countsOf(counting);
  const commune = await world.commune("Vernon");
  const building = await world.building(await world.site(commune));
  await world.zone(building, "Hall");
  const point = await world.point(building, { quantity: "volume", unit: "m3", kind: "counter" });
  const meter = await world.meter(building, { energy: "gas" });
  await world.register(meter, { point, quantity: "volume", unit: "m3" });
  const { body } = await api.post<{ id: string }>("/delivery-points", { meter, number: "GI012345" });
  await api.post(`/delivery-points/${body.id}/gas-coefficients`, {
    source: "GRDF",
    coefficients: [{ kwhPcsPerM3: 11.2, from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }],
  });
  await api.post("/devices", {
    building,
    name: "Sonde",
    devEui: "24e124136b502217",
    deviceType: "milesight-em300-th",
    createPoints: true,
  });
  const after = await countsOf(counting);
  const events = await countsOf(
    "select object_kind as tab, count(*) from audit_event where action = 'created' group by 1",
  );
  for (const tab of tables)
    expect([tab, events.get(tab) ?? 0]).toEqual([tab, (after.get(tab) ?? 0) - (before.get(tab) ?? 0)]);
  for (const tab of [
    "organisation",
    "register_point",
    "register_parameter",
    "device",
    "delivery_point",
    "gas_coefficient",
  ])
    expect([tab, events.get(tab)]).toEqual([tab, 1]);
  expect(events.get("device_point")).toBeGreaterThan(1);
});

test("who came in, failed to, and left, from where; what was typed is not kept", async () => {
  const { email, userId } = await createLocalAccount(api.pool, "reader", await ensureAgency(api.pool));
  const { rows } = await api.pool.query<{ uuid: string }>("select uuid from app_user where id = $1", [userId]);
  const id = rows[0]?.uuid;
  await api.as(undefined).post("/sign-in", { email, password: "sesame-open-no-7" });
  await api.as(undefined).post("/sign-in", { email: "nobody@exemple.fr", password: "sesame-open-no-7" });
  const browser = await signedInBrowser(api, email);
  await browser.send("POST", "/sign-out", {});
  const events = (await eventsSince()).filter(({ action }) => action.startsWith("sign"));
  const from = { ip: "127.0.0.1", requestId: expect.any(String), organisation: null };
  const them = { id, name: "Camille Test" };
  expect(events).toMatchObject([
    { action: "sign_in_failed", actor: { id: null }, object: { kind: "app_user", ...them }, via: null, ...from },
    {
      action: "sign_in_failed",
      actor: { id: null },
      object: { kind: "app_user", id: null, name: null },
      via: null,
      ...from,
    },
    { action: "signed_in", actor: them, object: { kind: "app_user", ...them }, via: "session", ...from },
    { action: "signed_out", actor: them, object: { kind: "app_user", ...them }, via: "session", ...from },
  ]);
  expect((await eventsSince(api.token, `&object=${id}`)).map(({ action }) => action)).toContain("sign_in_failed");
  expect(JSON.stringify(events)).not.toMatch(/sesame|nobody@/);
});

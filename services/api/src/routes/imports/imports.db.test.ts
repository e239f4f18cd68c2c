import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest({ importMaxBytes: 1_000_000 });
const world = createWorld(api);

const curve = `Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite
30001234567890;Courbe de charge;01/09/2025;02/09/2025;Energie active;Consommation;Comptage Brut;W

Horodate;Valeur
2025-09-01T00:30:00+02:00;1200
2025-09-01T01:00:00+02:00;bientôt
2025-09-01T01:30:00+02:00;600
`;
let organisation: string;
let register: string;

beforeAll(async () => {
  organisation = await world.commune();
  const building = await world.building(await world.site(organisation));
  const meter = await world.meter(building);
  await api.post("/delivery-points", { meter, number: "30001234567890" });
  const point = await world.point(building, { name: "Courbe", quantity: "active-energy", unit: "kW.h", kind: "event" });
  register = await world.register(meter, { name: "Courbe", kind: "interval", point });
});

async function announce(content: string, bytes = Buffer.byteLength(content)): Promise<string> {
  const { body } = await api.post<{ id: string }>("/imports", { organisation, name: "courbe.csv", bytes });
  await sendChunk(body.id, 0, content.slice(0, 100));
  await sendChunk(body.id, 1, content.slice(100));
  return body.id;
}

async function sendChunk(file: string, number: number, content: string, token = api.token): Promise<number> {
  const response = await api.app.inject({
    method: "POST",
    url: `/api/v1/imports/${file}/chunks/${number}`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    payload: Buffer.from(content),
  });
  return response.statusCode;
}

interface Preview {
  readonly mapping: { readonly values: { readonly target: object }[] };
  readonly preset: string | null;
  readonly values: {
    readonly target: string;
    readonly value: number;
    readonly unit: string;
    readonly start: string;
    readonly time: string;
    readonly problem: string | null;
  }[];
  readonly refusals: object[];
  readonly misfit: string | null;
}

test("a file of Enedis is recognised and shown as it would be stored", async () => {
  const file = await announce(curve);
  const { status, body } = await api.post<Preview>(`/imports/${file}/preview`, { mapping: null });
  expect(status).toBe(201);
  expect(body.preset).toContain("courbe de charge");
  expect(body.values).toEqual([
    {
      line: 5,
      column: "Valeur",
      target: "École Jean-Moulin – Général – Courbe",
      start: "2025-08-31T22:00:00.000Z",
      time: "2025-08-31T22:30:00.000Z",
      value: 0.6,
      unit: "kW.h",
      problem: null,
    },
    expect.objectContaining({ line: 7, value: 0.3 }),
  ]);
  expect(body.refusals).toEqual([{ line: 6, column: "Valeur", reason: expect.stringContaining("bientôt") }]);
});

test("a check is queued for the worker, and what it found is told", async () => {
  const file = await announce(curve);
  const { body } = await api.post<Preview>(`/imports/${file}/preview`, { mapping: null });
  const run = await api.post<{ id: string }>(`/imports/${file}/runs`, { kind: "check", mapping: body.mapping });
  expect(run).toMatchObject({ status: 201, body: { kind: "check", state: "queued" } });
  await api.pool.query(
    `insert into import_refusal (organisation_id, import_run_id, line, reason)
     select organisation_id, id, n, 'illisible' from import_run, generate_series(1, 3) n where uuid = $1`,
    [run.body.id],
  );
  const first = await api.get<{ items: object[]; nextCursor: string }>(`/import-runs/${run.body.id}/refusals?limit=2`);
  expect(first.body.items).toHaveLength(2);
  const rest = await api.get<{ items: object[] }>(
    `/import-runs/${run.body.id}/refusals?cursor=${first.body.nextCursor}`,
  );
  expect(rest.body.items).toEqual([{ line: 3, column: null, reason: "illisible" }]);
  expect((await api.get(`/import-runs/${run.body.id}`)).body).toMatchObject({ targets: [], refused: 0 });
  const list = await api.get<{ items: { id: string; latestRun: object }[] }>(
    `/imports?organisation=${organisation}&limit=1`,
  );
  expect(list.body.items).toMatchObject([{ id: file, latestRun: { id: run.body.id } }]);
  // What was checked stays what is imported.
  expect(await sendChunk(file, 1, "autre")).toBe(404);
});

test("a file that is too large, incomplete or none is refused", async () => {
  expect(await api.post("/imports", { organisation, name: "x", bytes: 2_000_000 })).toMatchObject({ status: 413 });
  const half = await announce(curve, 10_000);
  expect(await api.post(`/imports/${half}/preview`, { mapping: null })).toMatchObject({
    status: 422,
    body: { code: "incomplete_file" },
  });
  expect(await sendChunk(half, 2, "x".repeat(20_000))).toBe(404);
  const none = await announce(`PK\u0003\u0004${"x".repeat(200)}`);
  expect(await api.post(`/imports/${none}/preview`, { mapping: null })).toMatchObject({
    status: 422,
    body: { code: "unreadable_file" },
  });
});

test("a mapping is saved by name and offered again with the organisation's registers", async () => {
  const file = await announce(curve);
  const { body } = await api.post<Preview>(`/imports/${file}/preview`, { mapping: null });
  const saved = await api.post<{ id: string }>("/import-mappings", {
    organisation,
    name: "Linky",
    mapping: body.mapping,
  });
  expect(await api.get(`/import-choices?organisation=${organisation}`)).toMatchObject({
    body: { registers: [{ id: register, meter: "Général", kind: "interval" }], mappings: [{ name: "Linky" }] },
  });
  expect((await api.remove(`/import-mappings/${saved.body.id}`)).status).toBe(200);
  expect((await api.remove(`/import-mappings/${saved.body.id}`)).status).toBe(404);
  const open = {
    ...body.mapping,
    values: [{ column: "Valeur", content: "power", unit: "W", target: { by: "register", register: "" } }],
  };
  expect((await api.post(`/imports/${file}/runs`, { kind: "import", mapping: open })).status).toBe(400);
});

test("who may not write meters brings no file, and one of another organisation is not there", async () => {
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [organisation]);
  const reader = await createTestUser(api.pool, "reader", rows[0]?.id ?? 0);
  expect((await api.as(reader.token).post("/imports", { organisation, name: "x", bytes: 3 })).status).toBe(403);
  const elsewhere = await world.commune("Vernon");
  const other = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [elsewhere]);
  const manager = await createTestUser(api.pool, "building_manager", other.rows[0]?.id ?? 0);
  const file = await announce(curve);
  expect((await api.as(manager.token).get(`/imports/${file}`)).status).toBe(404);
  expect(await sendChunk(file, 0, "x", manager.token)).toBe(404);
  expect(
    (await api.as(manager.token).post("/imports", { organisation, name: "x", bytes: 3 })).status,
  ).toBeGreaterThanOrEqual(403);
});

test("a meter that has only an index gets a curve for intervals, which is not counted beside it", async () => {
  const building = await world.building(await world.site(organisation));
  const meter = await world.meter(building);
  await api.post("/delivery-points", { meter, number: "30009999999999" });
  await world.register(meter, { name: "Index" });
  const file = await announce(curve.replace("30001234567890", "30009999999999"));
  const preview = () =>
    api.post<{ curveless: { meter: string }[]; values: { problem: string | null }[] }>(`/imports/${file}/preview`, {
      mapping: null,
    });
  const before = (await preview()).body;
  expect(before.curveless).toMatchObject([{ meter }]);
  expect(before.values[0]?.problem).toContain("aucun registre");

  const { status, body } = await api.post<{ id: string; point: string }>("/import-curves", { meter, unit: "kW.h" });
  expect([status, body]).toMatchObject([201, { kind: "interval", unit: "kW.h", point: expect.any(String) }]);
  const after = (await preview()).body;
  expect(after.curveless).toEqual([]);
  expect(after.values[0]?.problem).toBeNull();
  const { rows } = await api.pool.query("select counted from register where uuid = $1", [body.id]);
  expect(rows).toEqual([{ counted: false }]);

  const alone = await world.meter(building);
  await api.post("/delivery-points", { meter: alone, number: "30008888888888" });
  const bare = await announce(curve.replace("30001234567890", "30008888888888"));
  expect((await api.post(`/imports/${bare}/preview`, { mapping: null })).body).toMatchObject({
    curveless: [{ meter: alone }],
  });
  const { body: only } = await api.post<{ id: string }>("/import-curves", { meter: alone, unit: "m3" });
  expect((await api.pool.query("select counted from register where uuid = $1", [only.id])).rows).toEqual([
    { counted: true },
  ]);
});

test("once its bytes are gone a file is neither previewed nor imported, but taken back", async () => {
  const file = await announce(curve);
  const { body } = await api.post<{ mapping: object }>(`/imports/${file}/preview`, { mapping: null });
  await api.pool.query("update import_file set pruned_at = now() where uuid = $1", [file]);
  const gone = { status: 422, body: { code: "pruned_file" } };
  expect(await api.post(`/imports/${file}/preview`, { mapping: null })).toMatchObject(gone);
  expect(await api.post(`/imports/${file}/runs`, { kind: "import", mapping: body.mapping })).toMatchObject(gone);
  expect((await api.post(`/imports/${file}/runs`, { kind: "undo", mapping: null })).status).toBe(201);
});

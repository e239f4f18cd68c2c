import type { CorrectionAnswer, CorrectionList } from "@gtb/contracts/corrections";
import type { Problem } from "@gtb/contracts/problem";
import type { ReadingColumns } from "@gtb/contracts/readings";
import { inTransaction } from "@gtb/database/transaction";
import { applyCorrections } from "@gtb/readings/apply-corrections";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const organisation = await world.commune();
const building = await world.building(await world.site(organisation));
const point = await world.point(building, { name: "Index", quantity: "active-energy", unit: "kW.h", kind: "counter" });
await api.pool.query(
  `insert into reading (point_id, time, value, quality, source_kind, source_id, known_since)
   select p.id, '2026-11-20T10:00:00Z'::timestamptz + n * interval '10 minutes', 100 + n, case n when 3 then 1 else 0 end, 'import', gen_random_uuid(), '2026-11-20T12:00:00Z'
     from point p, generate_series(0, 3) n where p.uuid = $1`,
  [point],
);
const url = `/points/${point}/corrections`;
const period = "from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00Z";
const read = async (more = "") => (await api.get<ReadingColumns>(`/points/${point}/readings?${period}${more}`)).body;
const time = "2026-11-20T10:10:00Z";

/** What the job does. */
const applyAll = () =>
  inTransaction(api.pool, async (connection) => {
    const { rows } = await connection.query<{ id: number }>("select max(id) as id from correction");
    return applyCorrections(connection, rows[0]?.id ?? 0);
  });

test("a correction is queued with its reason, applied, and told with who made it; readings say it", async () => {
  const made = await api.post<CorrectionAnswer>(url, { kind: "set", time, value: 105, reason: "chiffres inversés" });
  expect(made).toMatchObject({ status: 201, body: { correction: { kind: "set", value: 105, appliedAt: null } } });
  const { rows } = await api.pool.query("select kind, state from job where uuid = $1", [made.body.job]);
  expect(rows).toEqual([{ kind: "correct-readings", state: "queued" }]);
  expect(await read()).toMatchObject({ values: [100, 101, 102, 103], flags: [[], [], [], ["estimated"]] });
  await applyAll();
  expect(await read()).toMatchObject({ values: [100, 105, 102, 103], flags: [[], ["corrected"], [], ["estimated"]] });
  const { items } = (await api.get<CorrectionList>(url)).body;
  expect(items).toMatchObject([{ reason: "chiffres inversés", readingCount: 1, madeBy: expect.stringContaining("@") }]);
});

test("as of before, the readings are what they were", async () => {
  expect((await read("&asOf=2026-11-20T13:00:00Z")).values).toEqual([100, 101, 102, 103]);
  expect((await read("&asOf=2026-11-20T11:00:00Z")).values).toEqual([]);
  expect((await read(`&asOf=${new Date(Date.now() + 1000).toISOString()}`)).values).toEqual([100, 105, 102, 103]);
});

test("void readings stay to be seen and count in no bucket; taken back, all is as before", async () => {
  await api.post(url, {
    kind: "void",
    from: "2026-11-20T10:20:00Z",
    to: "2026-11-20T10:30:00Z",
    reason: "sonde morte",
  });
  await applyAll();
  expect((await read()).flags?.slice(2)).toEqual([["void"], ["void", "estimated"]]);
  expect(await read("&bucket=1h&aggregate=max")).toMatchObject({ values: [105], counts: [2] });
  await api.post(url, { kind: "restore", from: "2026-11-20T10:00:00Z", to: "2026-11-20T11:00:00Z", reason: "erreur" });
  expect(await applyAll()).toBe(3);
  expect(await read()).toMatchObject({ values: [100, 101, 102, 103], flags: [[], [], [], ["estimated"]] });
});

test("what cannot be meant is refused, each with what is wrong", async () => {
  const refused = async (body: object) => {
    const { status, body: problem } = await api.post<Problem>(url, body);
    return [status, problem.code, problem.errors[0]?.path];
  };
  const reason = "une raison";
  expect(await refused({ kind: "set", time: "2026-12-01T00:00:00Z", value: 1, reason })).toEqual([
    422,
    "in_the_future",
    "body.time",
  ]);
  const range = { kind: "void", from: "2026-11-20T10:20:00Z", to: "2026-11-20T10:10:00Z" };
  expect(await refused({ ...range, reason })).toEqual([400, "invalid_request", "body.to"]);
  expect(await refused({ ...range, from: "2025-01-01T00:00:00Z", reason })).toEqual([
    422,
    "correction_too_long",
    "body.to",
  ]);
  expect((await refused({ ...range, from: range.to })).slice(0, 2)).toEqual([400, "invalid_request"]);
});

test("who may only read, or note exchanges, corrects nothing; a manager of another building neither", async () => {
  const { rows } = await api.pool.query<{ id: number }>("select organisation_id as id from point where uuid = $1", [
    point,
  ]);
  const body = { kind: "set", time, value: 1, reason: "une raison" };
  for (const role of ["reader", "technician"] as const) {
    const client = api.as((await createTestUser(api.pool, role, rows[0]?.id ?? 0)).token);
    expect((await client.post(url, body)).status, role).toBe(403);
    expect((await client.get(url)).status, role).toBe(200);
  }
  const other = await world.building(await world.site(organisation), { name: "Autre" });
  const inner = await api.pool.query<{ id: number }>("select id from building where uuid = $1", [other]);
  const ids = inner.rows.map(({ id }) => id);
  const manager = api.as((await createTestUser(api.pool, "building_manager", rows[0]?.id ?? 0, ids)).token);
  expect((await manager.post(url, body)).status).toBe(404);
});

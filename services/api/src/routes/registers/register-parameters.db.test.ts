import type { Fill, FillAnswer } from "@gtb/contracts/fills";
import type { Problem } from "@gtb/contracts/problem";
import type { RegisterSetup } from "@gtb/contracts/register-parameters";
import { beforeEach, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const building = await world.building(await world.site(await world.commune()));
const pulses = { name: "Impulsions", quantity: "pulse-count", unit: "1", kind: "counter" } as const;
let register: string;
let point: string;

beforeEach(async () => {
  point = await world.point(building, pulses);
  register = await world.register(await world.meter(building), {
    point,
    parameters: { unitPerCount: 1, maxPerHour: 60 },
  });
  await api.pool.query("delete from job");
});

/** What the register's waiting job will compute again. */
async function asked() {
  const { rows } = await api.pool.query<{ from: string | null; to: string | null }>(
    `select payload ->> 'from' as from, payload ->> 'to' as to from job
      where kind = 'recompute' and dedupe_key = (select id::text from register where uuid = $1)`,
    [register],
  );
  return rows.map(({ from, to }) => [from && new Date(from).toISOString(), to && new Date(to).toISOString()]);
}
const believed = ({ parameters }: RegisterSetup) =>
  parameters
    .filter(({ knownTo }) => knownTo === null)
    .map(({ unitPerCount, validFrom, validTo }) => [unitPerCount, validFrom, validTo]);
const say = <T = RegisterSetup>(body: object) =>
  api.post<T>(`/registers/${register}/parameters`, { unitPerCount: 10, maxPerHour: 60, ...body });
const [march, april] = ["2026-03-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z"];

test("a weight for a part of the past splits what held, keeps what was said, and asks for that part only", async () => {
  const { status, body } = await say({ validFrom: march, validTo: april, reason: "10 L par impulsion" });
  expect(status).toBe(201);
  expect(believed(body)).toEqual([
    [1, april, null],
    [10, march, april],
    [1, null, march],
  ]);
  expect(body.parameters.find(({ knownTo }) => knownTo !== null)).toMatchObject({ unitPerCount: 1, validFrom: null });
  expect(body.parameters[1]).toMatchObject({ reason: "10 L par impulsion", recordedBy: expect.stringContaining("@") });
  expect(body.job).not.toBeNull();
  expect(await asked()).toEqual([[march, april]]);
});

test("said again over all, nothing is left of the parts; the same as before asks for nothing", async () => {
  await say({ validFrom: march, validTo: april });
  await api.pool.query("delete from job");
  expect(believed((await say({ unitPerCount: 10 })).body)).toEqual([[10, null, null]]);
  expect(await asked()).toEqual([[null, null]]);
  await api.pool.query("delete from job");
  await say({ unitPerCount: 10, validFrom: march });
  expect(await asked()).toEqual([]);
});

test("a period that ends before it begins, and a weight of nothing, are refused", async () => {
  expect((await say<Problem>({ validFrom: april, validTo: march })).body.errors[0]?.path).toBe("body.validTo");
  expect((await say<Problem>({ unitPerCount: 0 })).status).toBe(400);
});

test("a register reads another point from an instant on, and its hours from then are asked for again", async () => {
  const next = await world.point(building, pulses);
  const url = `/registers/${register}/points`;
  const { body } = await api.post<RegisterSetup>(url, { point: next, validFrom: april });
  expect(body.points).toEqual([
    { point: { id: next, name: "Impulsions" }, validFrom: april, validTo: null },
    { point: { id: point, name: "Impulsions" }, validFrom: null, validTo: april },
  ]);
  expect(await asked()).toEqual([[april, null]]);
  expect((await api.post<Problem>(url, { point, validFrom: march })).status).toBe(409);
  const foreign = await world.point(await world.building(await world.site(await world.commune())), pulses);
  expect((await api.post<Problem>(url, { point: foreign, validFrom: "2026-05-01T00:00:00Z" })).status).toBe(422);
});

test("a fill is asked for with its reason, queued, and taken back", async () => {
  const url = `/registers/${register}/fills`;
  const asking = { from: march, to: april, reason: "déclaration OPERAT" };
  const { status, body } = await api.post<FillAnswer>(url, asking);
  expect(status).toBe(201);
  expect(body.fill).toMatchObject({ ...asking, method: "same-hours", filledHours: 0, withdrawnAt: null });
  const payloads = () => api.pool.query("select payload from job where kind = 'fill'");
  expect((await payloads()).rows).toEqual([{ payload: { requestId: expect.any(Number) } }]);
  await api.pool.query("delete from job");
  expect((await api.remove(`/fills/${body.fill.id}`)).status).toBe(200);
  expect((await api.remove(`/fills/${body.fill.id}`)).status).toBe(404);
  expect((await payloads()).rowCount).toBe(1);
  const { items } = (await api.get<{ items: Fill[] }>(url)).body;
  expect(items).toMatchObject([{ id: body.fill.id, withdrawnAt: expect.any(String) }]);
  expect((await api.post<Problem>(url, { ...asking, to: march })).status).toBe(400);
});

import type { Problem } from "@gtb/contracts/problem";
import type { RegisterBreakList, RegisterEventAnswer, RegisterEventList } from "@gtb/contracts/register-events";
import type { RegisterSetup } from "@gtb/contracts/register-parameters";
import { beforeEach, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const organisation = await world.commune();
const building = await world.building(await world.site(organisation));
const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [organisation]);
const technician = api.as((await createTestUser(api.pool, "technician", rows[0]?.id ?? 0)).token);
const at = "2026-11-20T12:00:00Z";
let meter: string;
let register: string;

/** A counter of five digits that read 84,512 at 11:00 and 12 at 13:00. */
beforeEach(async () => {
  const point = await world.point(building, {
    name: "Index",
    quantity: "active-energy",
    unit: "kW.h",
    kind: "counter",
  });
  meter = await world.meter(building, { serialNumber: "ancien" });
  register = await world.register(meter, { point, parameters: { wrapsAt: 100_000, unitPerCount: 0.1, maxPerHour: 5 } });
  await api.pool.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select id, t, v, 'import', gen_random_uuid() from point,
            unnest(array['2026-11-20T11:00:00Z', '2026-11-20T13:00:00Z']::timestamptz[], array[84512, 12]) r (t, v) where uuid = $1`,
    [point],
  );
  await api.pool.query("delete from job");
});

const record = <T = RegisterEventAnswer>(body: object) => api.post<T>(`/registers/${register}/events`, body);
const exchange = { kind: "exchange", at, lastValue: 84_520, firstValue: 0 };

test("a technician notes an exchange with both indexes: it is told, the meter has its new number, hours are asked for again", async () => {
  const noted = await technician.post<RegisterEventAnswer>(`/registers/${register}/events`, {
    ...exchange,
    serialNumber: "neuf",
    note: "compteur fendu",
  });
  expect(noted).toMatchObject({
    status: 201,
    body: { event: { ...exchange, at: expect.stringContaining("12:00") }, job: null },
  });
  expect((await api.get(`/meters/${meter}`)).body).toMatchObject({ serialNumber: "neuf" });
  const { items } = (await api.get<RegisterEventList>(`/registers/${register}/events`)).body;
  expect(items).toMatchObject([{ id: noted.body.event.id, note: "compteur fendu", withdrawnAt: null }]);
  const jobs = await api.pool.query("select payload ->> 'from' as from from job where kind = 'recompute'");
  expect(jobs.rows).toEqual([{ from: expect.stringContaining("2026-11-20T12:00:00") }]);
});

test("what the readings contradict is asked back with each doubt, and recorded once confirmed", async () => {
  const doubtful = { ...exchange, lastValue: 84_500, firstValue: 20 };
  const asked = await record<Problem>(doubtful);
  expect(asked).toMatchObject({ status: 422, body: { code: "needs_confirmation" } });
  expect(asked.body.errors.map(({ path, message }) => [path, message.split(":")[0]])).toEqual([
    ["body.lastValue", "last_below_previous"],
    ["body.firstValue", "first_above_next"],
  ]);
  expect((await api.get<RegisterEventList>(`/registers/${register}/events`)).body.items).toEqual([]);
  const confirmed = await record({ ...doubtful, confirm: true });
  expect(confirmed.status).toBe(201);
  expect(confirmed.body.job).not.toBeNull();
});

test("two events at one instant, one to come, and one of a register that counts nothing are refused", async () => {
  await record(exchange);
  expect(await record<Problem>({ ...exchange, kind: "reset" })).toMatchObject({
    status: 409,
    body: { code: "event_at_that_instant" },
  });
  expect(await record<Problem>({ ...exchange, at: "2026-11-25T00:00:00Z" })).toMatchObject({
    status: 422,
    body: { code: "in_the_future" },
  });
  expect(await record<Problem>({ ...exchange, kind: "rollover" })).toMatchObject({ status: 400 });
  const power = await world.register(meter, { name: "Pince", kind: "power" });
  expect(await api.post<Problem>(`/registers/${power}/events`, exchange)).toMatchObject({
    status: 422,
    body: { code: "not_a_counter" },
  });
});

test("withdrawn, an event stays to be seen, no longer holds, and its hours are asked for again", async () => {
  const { body } = await record(exchange);
  await api.pool.query("delete from job");
  expect((await technician.remove(`/register-events/${body.event.id}`)).status).toBe(200);
  expect((await technician.remove(`/register-events/${body.event.id}`)).status).toBe(404);
  const { items } = (await api.get<RegisterEventList>(`/registers/${register}/events`)).body;
  expect(items).toMatchObject([{ id: body.event.id, withdrawnAt: expect.any(String) }]);
  expect((await api.pool.query("select from job where kind = 'recompute'")).rowCount).toBe(1);
  expect((await record(exchange)).status).toBe(201);
});

test("a new counter that counts otherwise: its parameters hold from then on, the old ones before", async () => {
  const parameters = { wrapsAt: null, unitPerCount: 1, ctRatio: 1, maxPerHour: 5 };
  const declined = await technician.post(`/registers/${register}/events`, { ...exchange, parameters });
  expect(declined.status).toBe(403);
  await record({ ...exchange, parameters });
  const setup = (await api.get<RegisterSetup>(`/registers/${register}/parameters`)).body;
  const believed = setup.parameters.filter(({ knownTo }) => knownTo === null);
  expect(believed.map(({ unitPerCount, validFrom, validTo }) => [unitPerCount, validFrom, validTo])).toEqual([
    [1, "2026-11-20T12:00:00.000Z", null],
    [0.1, null, "2026-11-20T12:00:00.000Z"],
  ]);
});

test("breaks that nobody explained are listed by register and by organisation", async () => {
  await api.pool.query(
    `insert into register_break (organisation_id, register_id, from_time, from_value, to_time, to_value)
     select organisation_id, id, '2026-11-20T11:00:00Z', 84512, '2026-11-20T13:00:00Z', 12 from register where uuid = $1`,
    [register],
  );
  const expected = { fromValue: 84_512, toValue: 12, register: { id: register }, meter: { id: meter } };
  expect((await api.get<RegisterBreakList>(`/registers/${register}/breaks`)).body.items).toMatchObject([expected]);
  const all = await technician.get<RegisterBreakList>(`/organisations/${organisation}/breaks`);
  expect(all.body.items).toMatchObject([expected]);
  const elsewhere = await world.commune("Bernay");
  expect((await technician.get(`/organisations/${elsewhere}/breaks`)).status).toBe(404);
});

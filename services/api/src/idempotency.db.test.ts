import type { ApiToken } from "@gtb/contracts/api-tokens";
import type { Problem } from "@gtb/contracts/problem";
import type { Zone } from "@gtb/contracts/zones";
import { deleteIdempotencyKeys } from "@gtb/database/queries/delete-idempotency-keys";
import { expect, test } from "vitest";
import { createApiUnderTest } from "./testing/api-under-test.ts";
import { createLocalAccount, signedInBrowser, testPassword } from "./testing/local-account.ts";
import { createTestUser } from "./testing/test-users.ts";
import { createWorld } from "./testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const school = await world.building(await world.site(commune));
const keyed = (key: string) => ({ "idempotency-key": key });
const countZones = async () =>
  (await api.pool.query<{ count: number }>("select count(*) from zone")).rows[0]?.count ?? Number.NaN;

test("sent again with its key, a create is answered as the first time and done once", async () => {
  const before = await countZones();
  const first = await api.post<Zone>("/zones", { building: school, name: "Préau" }, keyed("one"));
  const again = await api.post<Zone>("/zones", { name: "Préau", building: school, floor: null }, keyed("one"));
  expect(first.status).toBe(201);
  expect(first.headers).not.toHaveProperty("idempotent-replayed");
  expect(again).toMatchObject({ status: 201, body: first.body, headers: { "idempotent-replayed": "true" } });
  expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
  expect(await countZones()).toBe(before + 1);
});

test("twelve at the same moment: one create, twelve equal answers", async () => {
  const before = await countZones();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => api.post<Zone>("/zones", { building: school, name: "Gymnase" }, keyed("twelve"))),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  expect(answers.filter(({ headers }) => headers["idempotent-replayed"] === "true")).toHaveLength(11);
  expect(await countZones()).toBe(before + 1);
});

test("the key with another body or on another route is refused, and another user's key is another key", async () => {
  await api.post("/zones", { building: school, name: "Cour" }, keyed("two"));
  for (const [url, body] of [
    ["/zones", { building: school, name: "Toit" }],
    ["/points", { building: school, name: "T", quantity: "temperature", unit: "Cel", kind: "gauge" }],
  ] as const)
    expect((await api.post<Problem>(url, body, keyed("two"))).body).toMatchObject({ status: 422, code: "key_reused" });
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  const other = api.as((await createTestUser(api.pool, "building_manager", rows[0]?.id ?? 0)).token);
  expect((await other.post("/zones", { building: school, name: "Cave" }, keyed("two"))).status).toBe(201);
});

test("a create that failed is tried anew; a key of a day ago is free, and cleared away", async () => {
  const wrong = { building: commune, name: "Nulle part" };
  expect((await api.post("/zones", wrong, keyed("three"))).status).toBe(422);
  expect((await api.post("/zones", { building: school, name: "Salle 1" }, keyed("three"))).status).toBe(201);
  await api.pool.query("update idempotency_key set created_at = now() - interval '25 hours' where key = 'three'");
  expect((await api.post("/zones", { building: school, name: "Salle 2" }, keyed("three"))).status).toBe(201);
  expect(await deleteIdempotencyKeys(api.pool, new Date(Date.now() + 60_000))).toBeGreaterThan(3);
});

test("keys are 1 to 200 visible ASCII characters", async () => {
  for (const key of ["a b", "é", "x".repeat(201), ""])
    expect((await api.post<Problem>("/zones", { building: school, name: "X" }, keyed(key))).body).toMatchObject({
      status: 400,
      code: "invalid_request",
      errors: [{ path: "headers.idempotency-key" }],
    });
});

test("keys are forgotten with their person", async () => {
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  const person = await createTestUser(api.pool, "building_manager", rows[0]?.id ?? 0);
  await api.as(person.token).post("/zones", { building: school, name: "Étage" }, keyed("four"));
  const kept = () => api.pool.query("select from idempotency_key where user_id = $1", [person.userId]);
  expect((await kept()).rowCount).toBe(1);
  await api.pool.query("update app_user set erased_at = now() where id = $1", [person.userId]);
  expect((await kept()).rowCount).toBe(0);
});

test("an answer with a secret in it is not kept", async () => {
  const body = { name: "une fois", scopes: ["data:read"] };
  const answer = await api.post<ApiToken | Problem>("/api-tokens", body, keyed("secret"));
  const kept = await api.pool.query("select from idempotency_key where key = 'secret'");
  expect(answer.status).toBeLessThan(500);
  expect(kept.rowCount).toBe(0);
});

test("of a password that is sent no digest is kept, which could be guessed", async () => {
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  const { email, userId } = await createLocalAccount(api.pool, "reader", rows[0]?.id ?? 0);
  const browser = await signedInBrowser(api, email);
  const passwords = { current: testPassword, next: "sept vaches bleues chantent" };
  expect(await browser.send("POST", "/me/password", passwords, keyed("chosen"))).toMatchObject({ status: 201 });
  const kept = await api.pool.query("select from idempotency_key where user_id = $1", [userId]);
  expect(kept.rowCount).toBe(0);
});

import type { Me, SessionList } from "@gtb/contracts/session";
import { expect, test } from "vitest";
import type { z } from "zod";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { openBrowser } from "../../testing/browser.ts";
import { createLocalAccount, createTestCommune, signedInBrowser, testPassword } from "../../testing/local-account.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const commune = await createTestCommune(api.pool);
const world = createWorld(api);

type Sessions = z.input<typeof SessionList>;

test("who is limited to a building sees its organisation, and nothing of what the role is not for", async () => {
  const building = await world.building(await world.site(await world.commune("Vernon")));
  const { rows } = await api.pool.query<{ id: number; organisation: number }>(
    "select id, organisation_id as organisation from building where uuid = $1",
    [building],
  );
  const { id, organisation } = rows[0]!;
  const { token } = await createTestUser(api.pool, "technician", organisation, [id]);
  const { body } = await api.as(token).get<Me>("/me");
  expect(body.organisations.map(({ name }) => name)).toEqual(["Vernon"]);
  expect(body.roles).toMatchObject([
    { role: "technician", buildings: [{ id: building, name: "École Jean-Moulin" }], until: null, fromProvider: false },
  ]);
  expect(body.actions).toEqual(["data:read", "exchange:write", "organisation:read"]);
  expect(body).toMatchObject({ csrfToken: null, hasPassword: false });
});

test("a token says what it is limited to", async () => {
  const { token, userId } = await createTestUser(api.pool, "organisation_admin", commune);
  await api.pool.query("update api_token set scopes = '{data:read,organisation:manage}' where user_id = $1", [userId]);
  expect((await api.as(token).get<Me>("/me")).body.actions).toEqual(["data:read"]);
});

test("an API token changes nothing about what lets people in", async () => {
  const { token } = await createLocalAccount(api.pool, "organisation_admin", commune);
  const machine = api.as(token);
  const answers = [
    await machine.patch("/me", { name: "Autre" }),
    await machine.post("/me/password", { current: testPassword, next: "un tout autre secret ici" }),
    await machine.post("/me/second-factor", {}),
    await machine.get("/me/sessions"),
    await machine.post("/sign-out", {}),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

test("name and language are one's own to change, nothing else is", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const changed = await browser.send<Me>("PATCH", "/me", { name: "Dominique", locale: "en" });
  expect(changed).toMatchObject({ status: 200, body: { name: "Dominique", locale: "en", email } });
  expect((await browser.send<Me>("GET", "/me")).body).toEqual(changed.body);
  expect((await browser.send("PATCH", "/me", { email: "autre@exemple.fr" })).status).toBe(400);
});

test("a changed password ends the other sessions, and lets in instead of the old one", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const here = await signedInBrowser(api, email);
  const elsewhere = await signedInBrowser(api, email);
  const next = "cinq moutons gris ronflent";
  const change = (current: string, to: string) => here.send("POST", "/me/password", { current, next: to });
  expect((await change("pas le bon", next)).body).toMatchObject({ code: "wrong_credentials" });
  expect((await change(testPassword, "Camille Test 2026")).body).toMatchObject({ code: "weak_password" });
  expect(await change(testPassword, next)).toMatchObject({ status: 201, body: { done: true } });
  expect((await here.send("GET", "/me")).status).toBe(200);
  expect((await elsewhere.send("GET", "/me")).status).toBe(401);
  const signIn = (password: string) => openBrowser(api.app).send("POST", "/sign-in", { email, password });
  expect((await signIn(testPassword)).status).toBe(401);
  expect((await signIn(next)).status).toBe(201);
});

test("who finds an open session cannot guess at the password for long", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const guess = () => browser.send<{ code: string }>("POST", "/me/password", { current: "x", next: "y".repeat(12) });
  const codes = [];
  for (let n = 0; n < 6; n += 1) codes.push((await guess()).body.code);
  expect(codes).toEqual([...Array.from({ length: 5 }, () => "wrong_credentials"), "account_locked"]);
});

test("sessions are listed, this one marked, and ended from afar; nobody else's are there", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const stranger = await createLocalAccount(api.pool, "organisation_admin", commune);
  const here = await signedInBrowser(api, email);
  const phone = await signedInBrowser(api, email);
  const other = await signedInBrowser(api, stranger.email);
  const { items } = (await here.send<Sessions>("GET", "/me/sessions")).body;
  expect(items.map(({ current }) => current).sort()).toEqual([false, true]);
  expect(items[0]).toMatchObject({ ip: "127.0.0.1", userAgent: "lightMyRequest" });
  const id = items.find(({ current }) => !current)?.id ?? "";
  expect((await other.send("DELETE", `/me/sessions/${id}`)).status).toBe(404);
  expect((await phone.send("GET", "/me")).status).toBe(200);
  expect((await here.send("DELETE", `/me/sessions/${id}`)).status).toBe(200);
  expect((await phone.send("GET", "/me")).status).toBe(401);
  expect((await here.send<Sessions>("GET", "/me/sessions")).body.items).toHaveLength(1);
});

test("the one who is nobody is told to sign in", async () => {
  expect((await api.as(undefined).get("/me")).body).toMatchObject({ status: 401, code: "not_signed_in" });
});

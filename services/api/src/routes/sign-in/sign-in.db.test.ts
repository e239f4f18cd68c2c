import type { Me, SignInWays } from "@gtb/contracts/session";
import { expect, test } from "vitest";
import { type ApiUnderTest, createApiUnderTest } from "../../testing/api-under-test.ts";
import { openBrowser } from "../../testing/browser.ts";
import { createLocalAccount, createTestCommune, signedInBrowser, testPassword } from "../../testing/local-account.ts";

const api = await createApiUnderTest();
const commune = await createTestCommune(api.pool);

test("address and password let in: the answer says who, the cookie is nobody else's to read", async () => {
  const { email } = await createLocalAccount(api.pool, "building_manager", commune);
  const browser = openBrowser(api.app);
  const answer = await browser.send<Me>("POST", "/sign-in", {
    email: ` ${email.toUpperCase()}`,
    password: testPassword,
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ email, name: "Camille Test", hasPassword: true, secondFactor: false });
  expect(answer.body.roles).toMatchObject([
    { role: "building_manager", organisation: { name: "Évreux" }, buildings: null },
  ]);
  expect(answer.body.organisations.map(({ name }) => name)).toEqual(["Évreux"]);
  expect(answer.body.actions).toContain("building:write");
  const cookie = String(answer.headers["set-cookie"]);
  expect(cookie).toMatch(/^gtb_session=[\w-]{43};/);
  for (const flag of ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=604800"]) expect(cookie).toContain(flag);
  expect(cookie).not.toContain("Secure");
  expect((await browser.send<Me>("GET", "/me")).body).toEqual(answer.body);
});

test("behind TLS the cookie goes over TLS only, and only a trusted proxy may say that there is TLS", async () => {
  const signInAt = async (other: ApiUnderTest, headers = {}) => {
    const { email } = await createLocalAccount(other.pool, "reader", await createTestCommune(other.pool));
    const payload = { email, password: testPassword };
    const answer = await other.app.inject({ method: "POST", url: "/api/v1/sign-in", payload, headers });
    return String(answer.headers["set-cookie"]);
  };
  const forwarded = { "x-forwarded-proto": "https" };
  expect(await signInAt(await createApiUnderTest({ cookieSecure: true }))).toContain("Secure");
  expect(await signInAt(await createApiUnderTest({ trustedProxies: ["127.0.0.1"] }), forwarded)).toContain("Secure");
  expect(await signInAt(api, forwarded)).not.toContain("Secure");
});

test("what changes something takes the session's CSRF token; an API token takes none", async () => {
  const { email, token } = await createLocalAccount(api.pool, "organisation_admin", commune);
  const browser = await signedInBrowser(api, email);
  const csrfToken = browser.csrfToken;
  browser.csrfToken = undefined;
  const other = await signedInBrowser(api, email);
  for (const headers of [{}, { "x-csrf-token": "a" }, { "x-csrf-token": other.csrfToken ?? "" }]) {
    const refused = await browser.send("PATCH", "/me", { locale: "en" }, headers);
    expect(refused).toMatchObject({ status: 403, body: { code: "forged_request" } });
  }
  expect((await browser.send<Me>("GET", "/me")).body).toMatchObject({ locale: "fr", csrfToken });
  browser.csrfToken = csrfToken;
  expect(await browser.send("PATCH", "/me", { locale: "en" })).toMatchObject({ status: 200, body: { locale: "en" } });
  const organisation = (await browser.send<Me>("GET", "/me")).body.organisations[0]?.id ?? "";
  const site = { organisation, name: "Centre", communeCode: "27229" };
  expect((await api.as(token).post("/sites", site)).status).toBe(201);
});

test("only JSON signs in, and no page of another site can send it with somebody's session", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const send = (payload: string, type: string) =>
    api.app.inject({ method: "POST", url: "/api/v1/sign-in", payload, headers: { "content-type": type } });
  const text = JSON.stringify({ email, password: testPassword });
  expect((await send(text, "text/plain")).statusCode).toBeGreaterThanOrEqual(400);
  expect((await send(`email=${email}`, "application/x-www-form-urlencoded")).statusCode).toBe(415);
  expect((await send(text, "application/json")).statusCode).toBe(201);
});

test("whoever signs in again gets another session, and the one before is over", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const before = browser.cookies.get("gtb_session") ?? "";
  browser.csrfToken = undefined;
  expect((await browser.send("POST", "/sign-in", { email, password: testPassword })).status).toBe(201);
  expect(browser.cookies.get("gtb_session")).not.toBe(before);
  browser.cookies.set("gtb_session", before);
  expect((await browser.send("GET", "/me")).status).toBe(401);
});

test("signing out ends the session for good", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const secret = browser.cookies.get("gtb_session") ?? "";
  expect(await browser.send("POST", "/sign-out", {})).toMatchObject({ status: 201, body: { done: true } });
  expect(browser.cookies.has("gtb_session")).toBe(false);
  browser.cookies.set("gtb_session", secret);
  expect((await browser.send("GET", "/me")).body).toMatchObject({ code: "not_signed_in" });
});

test("a session ends when nobody uses it for half a day, and after a week whatever they do", async () => {
  const { email, userId } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const age = async (what: string) => {
    await api.pool.query(`update session set ${what} where user_id = $1`, [userId]);
    return (await browser.send("GET", "/me")).status;
  };
  expect(await age("last_seen_at = now() - interval '11 hours 59 minutes'")).toBe(200);
  // That request counted as use.
  expect(await age("created_at = created_at")).toBe(200);
  expect(await age("last_seen_at = now() - interval '12 hours 1 minute'")).toBe(401);
  expect(await age("last_seen_at = now()")).toBe(200);
  expect(await age("expires_at = now() - interval '1 second'")).toBe(401);
});

test("without a provider there is one way to sign in", async () => {
  const { body } = await api.as(undefined).get<SignInWays>("/sign-in/ways");
  expect(body).toEqual({ password: true, provider: null });
  expect((await api.app.inject("/api/v1/oidc/start")).statusCode).toBe(404);
});

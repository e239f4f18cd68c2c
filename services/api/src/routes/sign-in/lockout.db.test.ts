import { expect, test } from "vitest";
import { digestOf } from "../../access/secret-token.ts";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { openBrowser } from "../../testing/browser.ts";
import { createLocalAccount, createTestCommune, signedInBrowser, testPassword } from "../../testing/local-account.ts";

const api = await createApiUnderTest();
const commune = await createTestCommune(api.pool);

interface Refusal {
  readonly code: string;
}

const tryWith = (email: string, password: string) =>
  openBrowser(api.app).send<Refusal>("POST", "/sign-in", { email, password });

async function mistype(email: string, times: number): Promise<string[]> {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) codes.push((await tryWith(email, "pas le bon")).body.code);
  return codes;
}

/** As if so many minutes had passed since each try. */
const wait = (minutes: number) =>
  api.pool.query("update sign_in_attempt set at = at - make_interval(mins => $1)", [minutes]);

const mailsTo = async (email: string) =>
  (await api.pool.query(`select payload from job where kind = 'send-mail' and payload ->> 'to' = $1`, [email])).rows;

const fiveWrong = Array.from({ length: 5 }, () => "wrong_credentials");

test("after five wrong passwords the right one waits too, says how long, and then lets in", async () => {
  const { email, userId } = await createLocalAccount(api.pool, "reader", commune);
  expect(await mistype(email, 5)).toEqual(fiveWrong);
  const locked = await tryWith(email, testPassword);
  expect(locked).toMatchObject({ status: 429, body: { code: "account_locked" } });
  expect(Number(locked.headers["retry-after"])).toBeGreaterThan(50);
  expect(Number(locked.headers["retry-after"])).toBeLessThanOrEqual(60);
  const shown = "select failed_attempts as failures, locked_until > now() as locked from app_user where id = $1";
  expect((await api.pool.query(shown, [userId])).rows).toEqual([{ failures: 5, locked: true }]);
  await wait(1);
  expect((await tryWith(email, testPassword)).status).toBe(201);
  expect((await api.pool.query(shown, [userId])).rows).toEqual([{ failures: 0, locked: null }]);
});

test("each wrong one after that doubles the wait; a right one starts anew", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  await mistype(email, 5);
  await wait(1);
  expect(await mistype(email, 2)).toEqual(["wrong_credentials", "account_locked"]);
  await wait(1);
  expect(await mistype(email, 1)).toEqual(["account_locked"]);
  await wait(1);
  expect((await tryWith(email, testPassword)).status).toBe(201);
  expect(await mistype(email, 5)).toEqual(fiveWrong);
});

test("wrong tries at once are counted too", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const answers = await Promise.all(Array.from({ length: 12 }, () => tryWith(email, "pas le bon")));
  const codes = answers.map(({ body }) => body.code);
  expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(5);
  expect(codes.filter((code) => code === "account_locked")).toHaveLength(7);
});

test("an address without an account is answered and locked like one that has", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const answers = [];
  for (const address of [email, "personne@exemple.fr"]) {
    await mistype(address, 4);
    const fifth = await tryWith(address, "pas le bon");
    const sixth = await tryWith(address, "pas le bon");
    answers.push(
      [fifth, sixth].map(({ status, body }) => ({ status, ...body, requestId: undefined, detail: undefined })),
    );
  }
  expect(answers[0]).toEqual(answers[1]);
});

test("looking at an account that is not there takes as long", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const timeOf = async (address: string) => {
    const begun = performance.now();
    await tryWith(address, "pas le bon");
    return performance.now() - begun;
  };
  const there = [await timeOf(email), await timeOf(email), await timeOf(email)];
  const nowhere = [await timeOf("un@exemple.fr"), await timeOf("deux@exemple.fr"), await timeOf("trois@exemple.fr")];
  expect(Math.min(...nowhere)).toBeGreaterThan(Math.min(...there) / 2);
});

test("disabled accounts, and those of the provider only, are wrong credentials", async () => {
  const disabled = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, disabled.email);
  await api.pool.query("update app_user set disabled_at = now() where id = $1", [disabled.userId]);
  expect((await tryWith(disabled.email, testPassword)).body.code).toBe("wrong_credentials");
  expect((await browser.send("GET", "/me")).status).toBe(401);
  const outside = await createLocalAccount(api.pool, "reader", commune);
  await api.pool.query("update app_user set password_hash = null where id = $1", [outside.userId]);
  expect((await tryWith(outside.email, testPassword)).body.code).toBe("wrong_credentials");
});

test("the owner hears of it by mail, once; nobody else does", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  await mistype(email, 4);
  expect(await mailsTo(email)).toEqual([]);
  await mistype(email, 1);
  await wait(1);
  await mistype(email, 1);
  expect(await mailsTo(email)).toMatchObject([{ payload: { template: "account-locked", locale: "fr" } }]);
  await mistype("inconnue@exemple.fr", 5);
  expect(await mailsTo("inconnue@exemple.fr")).toEqual([]);
});

test("an address that guesses at many accounts is held up, and only that one", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  await api.pool.query(
    `insert into sign_in_attempt (email_digest, ip, succeeded) select $1, ('2001:db8::1:' || n)::inet, false from generate_series(1, 50) n`,
    [digestOf("many")],
  );
  const from = (remoteAddress: string) =>
    api.app.inject({
      method: "POST",
      url: "/api/v1/sign-in",
      payload: { email, password: testPassword },
      remoteAddress,
    });
  const held = await from("2001:db8::1:ffff");
  expect(held.json()).toMatchObject({ status: 429, code: "too_many_requests" });
  expect(Number(held.headers["retry-after"])).toBeGreaterThan(0);
  expect((await from("2001:db8:0:1::1")).statusCode).toBe(201);
});

test("who comes by IPv4 to a server that listens on IPv6 is not all of IPv4", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  await api.pool.query(
    "insert into sign_in_attempt (email_digest, ip, succeeded) select $1, '::ffff:192.0.2.1', false from generate_series(1, 50)",
    [digestOf("mapped")],
  );
  const from = (remoteAddress: string) =>
    api.app.inject({
      method: "POST",
      url: "/api/v1/sign-in",
      payload: { email, password: testPassword },
      remoteAddress,
    });
  expect((await from("::ffff:192.0.2.1")).statusCode).toBe(429);
  expect((await from("::ffff:192.0.2.2")).statusCode).toBe(201);
});

test("tries of yesterday are forgotten", async () => {
  await wait(60 * 25);
  await mistype("autre@exemple.fr", 1);
  await mistype("autre@exemple.fr", 1);
  const old = "select count(*) from sign_in_attempt where at < now() - interval '1 day'";
  const before = (await api.pool.query<{ count: number }>(old)).rows[0]?.count ?? 0;
  await mistype("autre@exemple.fr", 1);
  const after = (await api.pool.query<{ count: number }>(old)).rows[0]?.count ?? 0;
  expect(after).toBe(Math.max(0, before - 20));
});

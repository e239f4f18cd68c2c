import type { Me, SecondFactorOffer } from "@gtb/contracts/session";
import { TOTP } from "otpauth";
import { expect, test } from "vitest";
import type { z } from "zod";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { type Browser, openBrowser } from "../../testing/browser.ts";
import { createLocalAccount, createTestCommune, signedInBrowser, testPassword } from "../../testing/local-account.ts";

const api = await createApiUnderTest();
const commune = await createTestCommune(api.pool);
/** The API's clock in tests. */
const now = Date.parse("2026-11-24T10:30:00Z");

type Offer = z.input<typeof SecondFactorOffer>;

const codeOf = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: now + steps * 30_000 });

/** As if no code had been taken for long. */
const forgetCodes = (userId: number) =>
  api.pool.query("update app_user set totp_last_step = null where id = $1", [userId]);

async function withSecondFactor(): Promise<{ email: string; userId: number; browser: Browser; secret: string }> {
  const { email, userId } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const { secret } = (await browser.send<Offer>("POST", "/me/second-factor", {})).body;
  await browser.send("POST", "/me/second-factor/confirm", { code: codeOf(secret) });
  await forgetCodes(userId);
  return { email, userId, browser, secret };
}

const signIn = (email: string, code?: string, password = testPassword) =>
  openBrowser(api.app).send<Me & { code: string }>("POST", "/sign-in", { email, password, ...(code && { code }) });

test("an offered secret asks for nothing before a code of it was given", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const browser = await signedInBrowser(api, email);
  const first = (await browser.send<Offer>("POST", "/me/second-factor", {})).body;
  expect(first.secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(first.url).toContain(`otpauth://totp/GTB:${encodeURIComponent(email)}?issuer=GTB&secret=${first.secret}`);
  const { secret } = (await browser.send<Offer>("POST", "/me/second-factor", {})).body;
  expect(secret).not.toBe(first.secret);
  expect((await signIn(email)).status).toBe(201);
  const confirm = (code: string) => browser.send("POST", "/me/second-factor/confirm", { code });
  expect((await confirm(codeOf(first.secret))).body).toMatchObject({ status: 422, code: "wrong_code" });
  expect((await confirm(codeOf(secret))).status).toBe(201);
  expect((await browser.send<Me>("GET", "/me")).body.secondFactor).toBe(true);
  expect((await browser.send("POST", "/me/second-factor", {})).body).toMatchObject({ code: "already_exists" });
});

test("sign-in asks for the code only after the right password, and takes each once", async () => {
  const { email, secret } = await withSecondFactor();
  expect((await signIn(email, undefined, "pas le bon")).body.code).toBe("wrong_credentials");
  expect(await signIn(email)).toMatchObject({ status: 401, body: { code: "second_factor_needed" } });
  expect((await signIn(email, codeOf(secret, 5))).body).toMatchObject({ status: 422, code: "wrong_code" });
  expect((await signIn(email, codeOf(secret))).status).toBe(201);
  expect((await signIn(email, codeOf(secret))).body.code).toBe("wrong_code");
  expect((await signIn(email, codeOf(secret, -1))).body.code).toBe("wrong_code");
  expect((await signIn(email, codeOf(secret, 1))).status).toBe(201);
});

test("one code sent twice at once lets in once", async () => {
  const { email, secret } = await withSecondFactor();
  const answers = await Promise.all([1, 2, 3].map(() => signIn(email, codeOf(secret))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
});

test("clocks a little off are borne, more is not", async () => {
  const { email, userId, secret } = await withSecondFactor();
  const statuses = [];
  for (const steps of [-2, -1, 1, 2]) {
    await forgetCodes(userId);
    statuses.push((await signIn(email, codeOf(secret, steps))).status);
  }
  expect(statuses).toEqual([422, 201, 201, 422]);
});

test("wrong codes lock as wrong passwords do, and asking for the code does not count", async () => {
  const { email, secret } = await withSecondFactor();
  for (let n = 0; n < 7; n += 1) await signIn(email);
  const codes = [];
  for (let n = 0; n < 5; n += 1) codes.push((await signIn(email, codeOf(secret, 10 + n))).body.code);
  expect(codes).toEqual(Array.from({ length: 5 }, () => "wrong_code"));
  expect((await signIn(email, codeOf(secret))).body.code).toBe("account_locked");
});

test("it is removed with a code, and not without", async () => {
  const { email, browser, secret } = await withSecondFactor();
  const remove = (body?: object) => browser.send("DELETE", "/me/second-factor", body);
  expect((await remove()).status).toBe(400);
  expect((await remove({ code: codeOf(secret, 7) })).body).toMatchObject({ code: "wrong_code" });
  expect((await browser.send<Me>("GET", "/me")).body.secondFactor).toBe(true);
  expect((await remove({ code: codeOf(secret) })).status).toBe(200);
  expect((await remove({ code: codeOf(secret) })).status).toBe(404);
  expect((await signIn(email)).status).toBe(201);
});

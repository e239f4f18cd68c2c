import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { openBrowser } from "../../testing/browser.ts";
import { createLocalAccount, createTestCommune, signedInBrowser, testPassword } from "../../testing/local-account.ts";

const publicUrl = "https://gtb.exemple.fr";
const api = await createApiUnderTest({ publicUrl });
const commune = await createTestCommune(api.pool);
const nobody = api.as(undefined);
const next = "cinq moutons gris ronflent";

interface Mail {
  readonly template: string;
  readonly locale: string;
  readonly data: { readonly link: string; readonly expiresAt: string };
}

async function mailsTo(email: string): Promise<Mail[]> {
  const { rows } = await api.pool.query<{ payload: Mail }>(
    `select payload from job where kind = 'send-mail' and payload ->> 'to' = $1 order by id`,
    [email],
  );
  return rows.map(({ payload }) => payload);
}

async function ask(email: string, typed = email): Promise<string> {
  await nobody.post("/password-resets", { email: typed });
  return new URL((await mailsTo(email)).at(-1)?.data.link ?? "").searchParams.get("jeton") ?? "";
}

const complete = (token: string, password = next) => nobody.post("/password-resets/complete", { token, password });
const signIn = (email: string, password: string) => openBrowser(api.app).send("POST", "/sign-in", { email, password });

test("the link of the mail sets a new password, once, and ends what was open", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const open = await signedInBrowser(api, email);
  const token = await ask(email, email.toUpperCase());
  const [mail] = await mailsTo(email);
  expect(mail).toMatchObject({ template: "password-reset", locale: "fr" });
  expect(mail?.data.link.startsWith(`${publicUrl}/mot-de-passe?jeton=`)).toBe(true);
  const inAnHour = Date.parse(mail?.data.expiresAt ?? "") - Date.now();
  expect(Math.abs(inAnHour - 3_600_000)).toBeLessThan(60_000);
  expect(await complete(token)).toMatchObject({ status: 201, body: { done: true } });
  expect((await open.send("GET", "/me")).status).toBe(401);
  expect((await signIn(email, testPassword)).status).toBe(401);
  expect((await signIn(email, next)).status).toBe(201);
  expect((await complete(token)).body).toMatchObject({ status: 422, code: "link_not_valid" });
});

test("the database holds no link, only its digest", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const token = await ask(email);
  const { rows } = await api.pool.query("select * from password_reset");
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a weak password is refused and the link stays good; two at once: one wins", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  const token = await ask(email);
  expect((await complete(token, "aaaaaaaaaaaaaa")).body).toMatchObject({ code: "weak_password" });
  const answers = await Promise.all([complete(token), complete(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test("a link is over after an hour, and when another one was used", async () => {
  const { email, userId } = await createLocalAccount(api.pool, "reader", commune);
  const [one, other] = [await ask(email), await ask(email)];
  expect((await complete(other)).status).toBe(201);
  expect((await complete(one)).body).toMatchObject({ code: "link_not_valid" });
  const late = await ask(email);
  await api.pool.query("update password_reset set expires_at = now() where user_id = $1", [userId]);
  expect((await complete(late)).body).toMatchObject({ code: "link_not_valid" });
  expect((await complete("x".repeat(43))).body).toMatchObject({ code: "link_not_valid" });
});

test("it opens a locked account", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  for (let n = 0; n < 5; n += 1) await signIn(email, "pas le bon");
  expect((await signIn(email, testPassword)).status).toBe(429);
  await complete(await ask(email));
  expect((await signIn(email, next)).status).toBe(201);
});

test("the answer is the same whether or not there is an account; who may not sign in so gets no mail", async () => {
  const local = await createLocalAccount(api.pool, "reader", commune);
  const outside = await createLocalAccount(api.pool, "reader", commune);
  await api.pool.query("update app_user set password_hash = null where id = $1", [outside.userId]);
  const disabled = await createLocalAccount(api.pool, "reader", commune);
  await api.pool.query("update app_user set disabled_at = now() where id = $1", [disabled.userId]);
  const addresses = [local.email, outside.email, disabled.email, "personne@exemple.fr"];
  const answers = await Promise.all(addresses.map((email) => nobody.post("/password-resets", { email })));
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    addresses.map(() => ({ status: 201, body: { done: true } })),
  );
  const mails = await Promise.all(addresses.map(mailsTo));
  expect(mails.map(({ length }) => length)).toEqual([1, 0, 0, 0]);
});

test("nobody fills another's mailbox", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune);
  for (let n = 0; n < 6; n += 1) await nobody.post("/password-resets", { email });
  expect(await mailsTo(email)).toHaveLength(3);
});

test("a second factor stays asked for", async () => {
  const { email, userId } = await createLocalAccount(api.pool, "reader", commune);
  await api.pool.query(
    "update app_user set totp_secret = '\\x3132333435363738393031323334353637383930', totp_confirmed_at = now() where id = $1",
    [userId],
  );
  await complete(await ask(email));
  expect((await signIn(email, next)).body).toMatchObject({ code: "second_factor_needed" });
});

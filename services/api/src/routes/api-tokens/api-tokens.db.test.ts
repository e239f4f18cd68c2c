import type { ApiTokenList, NewApiToken } from "@gtb/contracts/api-tokens";
import type { Problem } from "@gtb/contracts/problem";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createLocalAccount, signedInBrowser } from "../../testing/local-account.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";

const api = await createApiUnderTest();
const [evreux, bernay] = await createTwoCommunes(api);

const make = (client: typeof evreux.as, body: object) => client.post<NewApiToken & Problem>("/api-tokens", body);
const forbidden = { status: 403, body: { code: "forbidden" } };

test("a token is shown once, works within its scopes, and ends when it is withdrawn", async () => {
  const { email } = await createLocalAccount(api.pool, "organisation_admin", evreux.innerId);
  const browser = await signedInBrowser(api, email);
  const made = await browser.send<NewApiToken>("POST", "/api-tokens", {
    name: "Sauvegarde",
    scopes: ["data:read", "data:read"],
    expiresInDays: 30,
  });
  expect(made).toMatchObject({ status: 201, body: { name: "Sauvegarde", scopes: ["data:read"], lastUsedAt: null } });
  const { secret, id, hint, createdAt, expiresAt } = made.body;
  expect(secret).toMatch(/^gtb_[\w-]{43}$/);
  expect(secret.startsWith(hint)).toBe(true);
  expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(30 * 86_400_000);
  const machine = api.as(secret);
  expect(await machine.get("/buildings")).toMatchObject({ status: 200 });
  expect(await machine.get("/users")).toMatchObject(forbidden);

  const list = await browser.send<ApiTokenList>("GET", "/api-tokens");
  expect(list.body.items.find((token) => token.id === id)).toMatchObject({ name: "Sauvegarde" });
  expect(JSON.stringify(list.body)).not.toContain(secret);
  const { rows } = await api.pool.query("select t::text as row from api_token t");
  expect(JSON.stringify(rows)).not.toContain(secret);

  expect(await browser.send("DELETE", `/api-tokens/${id}`)).toMatchObject({ status: 200 });
  expect(await machine.get("/buildings")).toMatchObject({ status: 401 });
  expect(await browser.send("DELETE", `/api-tokens/${id}`)).toMatchObject({ status: 404 });
  const again = { name: "Sauvegarde", scopes: ["data:read"] };
  expect(await browser.send("POST", "/api-tokens", again)).toMatchObject({ status: 201 });
});

test("a token has no more than its owner", async () => {
  const reader = api.as((await evreux.person("reader")).token);
  for (const scope of ["user:manage", "building:write", "organisation:manage"])
    expect(await make(reader, { name: scope, scopes: ["data:read", scope] })).toMatchObject(forbidden);
  expect(await make(reader, { name: "lecture", scopes: ["data:read"] })).toMatchObject({ status: 201 });
});

test("a token makes none that is wider than itself, and shrinks with its owner's roles", async () => {
  const owner = await evreux.person("organisation_admin");
  const { body } = await make(api.as(owner.token), { name: "étroit", scopes: ["data:read", "user:manage"] });
  const narrow = api.as(body.secret);
  expect(await make(narrow, { name: "large", scopes: ["data:read", "building:write"] })).toMatchObject(forbidden);
  expect(await make(narrow, { name: "égal", scopes: ["user:manage"] })).toMatchObject({ status: 201 });
  await api.pool.query("update user_role set role = 'reader' where user_id = $1", [owner.userId]);
  expect(await narrow.get("/users")).toMatchObject(forbidden);
  expect(await narrow.get("/buildings")).toMatchObject({ status: 200 });
});

test("a token made with a token ends with it at the latest", async () => {
  const owner = await evreux.person("reader");
  const { body } = await make(api.as(owner.token), { name: "fille", scopes: ["data:read"], expiresInDays: 366 });
  const { rows } = await api.pool.query<{ expires_at: Date }>(
    "select expires_at from api_token where user_id = $1 and name = 'test'",
    [owner.userId],
  );
  expect(new Date(body.expiresAt)).toEqual(rows[0]?.expires_at);
});

test("a token that is withdrawn takes with it those that were made with it, and those made with them", async () => {
  const owner = await evreux.person("reader");
  const mother = (await make(api.as(owner.token), { name: "mère", scopes: ["data:read"] })).body;
  const daughter = (await make(api.as(mother.secret), { name: "fille", scopes: ["data:read"] })).body;
  const granddaughter = (await make(api.as(daughter.secret), { name: "petite-fille", scopes: ["data:read"] })).body;
  expect(await api.as(granddaughter.secret).get("/buildings")).toMatchObject({ status: 200 });
  expect(await api.as(owner.token).remove(`/api-tokens/${mother.id}`)).toMatchObject({ status: 200 });
  for (const { secret } of [mother, daughter, granddaughter])
    expect(await api.as(secret).get("/buildings")).toMatchObject({ status: 401 });
  expect(await api.as(owner.token).get("/buildings")).toMatchObject({ status: 200 });
});

test("a name is used once, and tokens of others do not exist", async () => {
  const { body } = await make(evreux.as, { name: "unique", scopes: ["data:read"] });
  expect(await make(evreux.as, { name: "unique", scopes: ["data:read"] })).toMatchObject({
    status: 409,
    body: { code: "already_exists" },
  });
  for (const other of [bernay.as, api]) {
    expect((await other.get<ApiTokenList>("/api-tokens")).body.items.map(({ id }) => id)).not.toContain(body.id);
    expect(await other.remove(`/api-tokens/${body.id}`)).toMatchObject({ status: 404 });
  }
  expect(await make(api.as(undefined), { name: "rien", scopes: ["data:read"] })).toMatchObject({ status: 401 });
});

test("straight in SQL, gtb_api reads no digest and makes no token for another", async () => {
  const connection = await api.pool.connect();
  const insert = `insert into api_token (user_id, name, token_digest, hint, scopes, expires_at)
                  values (${bernay.admin.userId}, 'vol', '\\x00', 'gtb_', '{user:manage}', now() + interval '1 day')`;
  try {
    for (const [sql, refusal] of [
      ["select token_digest from api_token", /permission denied/],
      ["update api_token set scopes = '{user:manage}'", /permission denied/],
      [insert, /row-level security/],
    ] as const) {
      await connection.query("begin; set local role gtb_api");
      await connection.query("select set_config('gtb.user_id', $1, true)", [String(evreux.admin.userId)]);
      await expect(connection.query(sql)).rejects.toThrow(refusal);
      await connection.query("rollback");
    }
  } finally {
    connection.release();
  }
});

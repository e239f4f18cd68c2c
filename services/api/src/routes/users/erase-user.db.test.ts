import { randomBytes } from "node:crypto";
import type { Problem } from "@gtb/contracts/problem";
import type { User, UserList } from "@gtb/contracts/users";
import { expect, test } from "vitest";
import { digestOf } from "../../access/secret-token.ts";
import { csrfTokenOf, sessionCookie } from "../../access/session-cookie.ts";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import type { TestUser } from "../../testing/test-users.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";

const api = await createApiUnderTest();
const [evreux, bernay] = await createTwoCommunes(api);

interface Export {
  readonly account: { readonly email: string };
  readonly roles: readonly { readonly organisation: string }[];
  readonly sessions: readonly { readonly ip: string }[];
  readonly apiTokens: readonly { readonly name: string }[];
  readonly identities: readonly unknown[];
  readonly invitations: readonly { readonly organisation: string }[];
  readonly audit: readonly unknown[] | null;
}

/** Calls as the person in a browser. */
async function signIn({ userId }: TestUser) {
  const secret = randomBytes(32).toString("base64url");
  const csrf = csrfTokenOf(secret);
  await api.pool.query(
    `insert into session (token_digest, csrf_digest, user_id, expires_at, ip, user_agent)
     values ($1, $2, $3, now() + interval '1 day', '192.0.2.7', 'Firefox')`,
    [digestOf(secret), digestOf(csrf), userId],
  );
  return async <T>(method: "GET" | "POST", url: string) => {
    const answer = await api.app.inject({
      method,
      url: `/api/v1${url}`,
      cookies: { [sessionCookie]: secret },
      headers: { "x-csrf-token": csrf },
      ...(method === "POST" && { payload: {} }),
    });
    return { status: answer.statusCode, body: answer.json<T>() };
  };
}

/** Somebody who left traces everywhere. */
async function createTraces(person: TestUser, name = "Dominique Martin"): Promise<void> {
  await api.pool.query(
    "insert into user_identity (user_id, issuer, subject) values ($1, 'https://proconnect.test', $2)",
    [person.userId, person.email],
  );
  await api.pool.query("update app_user set name = $2, password_hash = '$argon2id$x' where id = $1", [
    person.userId,
    name,
  ]);
  await api.pool.query(
    "insert into password_reset (token_digest, user_id, expires_at) values (uuid_send(gen_random_uuid()), $1, now())",
    [person.userId],
  );
  const invitation = { email: person.email, organisation: bernay.id, role: "reader" };
  await bernay.as.post("/invitations", invitation);
  await evreux.as.get(`/users?search=${person.email}`);
}

test("a person gets all that is known of them; who manages them nothing of other organisations", async () => {
  const person = await evreux.person("reader");
  await createTraces(person);
  const call = await signIn(person);
  const own = await call<Export>("GET", `/users/${person.uuid}/export`);
  expect(own.status).toBe(200);
  expect(own.body).toMatchObject({
    account: { email: person.email, name: "Dominique Martin", hasPassword: true },
    identities: [{ issuer: "https://proconnect.test", subject: person.email }],
    roles: [{ role: "reader", organisation: "Évreux" }],
    sessions: [{ ip: "192.0.2.7", userAgent: "Firefox" }],
    apiTokens: [{ name: "test" }],
    passwordResets: [{ usedAt: null }],
    invitations: [{ organisation: "Bernay", sentByThem: false }],
  });
  expect(own.body.audit?.length).toBeGreaterThan(0);
  expect(JSON.stringify(own.body)).not.toMatch(/argon2id|digest/);

  const managed = await evreux.as.get<Export>(`/users/${person.uuid}/export`);
  expect(managed).toMatchObject({ status: 200, body: { invitations: [] } });
  expect(JSON.stringify(managed.body)).not.toContain("Bernay");
  expect(await bernay.as.get(`/users/${person.uuid}/export`)).toMatchObject({ status: 404 });
  const colleague = await signIn(await evreux.person("reader"));
  expect(await colleague("GET", `/users/${person.uuid}/export`)).toMatchObject({ status: 404 });
});

test("who manages not every role of a person exports nothing, and their own token is no session", async () => {
  const both = await evreux.person("reader");
  await api.post(`/users/${both.uuid}/roles`, { organisation: bernay.id, role: "reader" });
  expect(await evreux.as.get(`/users/${both.uuid}/export`)).toMatchObject({ status: 403 });
  expect(await api.get(`/users/${both.uuid}/export`)).toMatchObject({ status: 200 });
  expect(await api.as(both.token).get(`/users/${both.uuid}/export`)).toMatchObject({ status: 403 });
  expect(await api.as(both.token).post(`/users/${both.uuid}/erase`, {})).toMatchObject({ status: 403 });
});

test("a person erases themselves: nothing of them is left but a row without a name", async () => {
  const person = await evreux.person("reader");
  await createTraces(person);
  const call = await signIn(person);
  expect(await call("POST", `/users/${person.uuid}/erase`)).toMatchObject({ status: 201, body: { done: true } });
  expect(await call("GET", `/users/${person.uuid}/export`)).toMatchObject({ status: 401 });
  expect(await api.as(person.token).get("/buildings")).toMatchObject({ status: 401 });
  expect(await api.get(`/users/${person.uuid}`)).toMatchObject({ status: 404 });
  expect((await api.get<UserList>("/users?search=efface-")).body.items).toEqual([]);

  const { rows } = await api.pool.query("select * from app_user where id = $1", [person.userId]);
  expect(rows).toMatchObject([{ uuid: person.uuid, password_hash: null, totp_secret: null }]);
  expect(rows[0]).toMatchObject({ erased_at: expect.any(Date), disabled_at: expect.any(Date) });
  expect(rows[0].email).toMatch(/^efface-[0-9a-f]{12}@invalid$/);
  for (const table of ["session", "api_token", "user_identity", "password_reset"])
    expect((await api.pool.query(`select from ${table} where user_id = $1`, [person.userId])).rowCount).toBe(0);
  expect(
    (await api.pool.query("select from user_role where user_id = $1 and valid @> now()", [person.userId])).rowCount,
  ).toBe(0);
});

test("after that neither name nor address stands anywhere in the database", async () => {
  const person = await evreux.person("reader");
  await createTraces(person, "Dominique Forgotten");
  await api.post(`/users/${person.uuid}/erase`, {});
  const { rows: tables } = await api.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { name } of tables) {
    const { rows } = await api.pool.query(
      `select t::text as row from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`,
      [person.email, "Dominique Forgotten"],
    );
    expect(rows, name).toEqual([]);
  }
});

test("a person is erased by themselves or by the agency, the last administrator by the agency only", async () => {
  const person = await evreux.person("reader");
  expect(await evreux.as.post<Problem>(`/users/${person.uuid}/erase`, {})).toMatchObject({
    status: 403,
    body: { code: "forbidden" },
  });
  expect(await bernay.as.post(`/users/${person.uuid}/erase`, {})).toMatchObject({ status: 404 });
  expect(await evreux.as.get<User>(`/users/${person.uuid}`)).toMatchObject({ status: 200 });
  const admin = await signIn(bernay.admin);
  expect(await admin("POST", `/users/${bernay.admin.uuid}/erase`)).toMatchObject({
    status: 409,
    body: { code: "last_administrator" },
  });
  expect(await api.post(`/users/${bernay.admin.uuid}/erase`, {})).toMatchObject({ status: 201 });
  expect(await bernay.as.get("/users")).toMatchObject({ status: 401 });
});

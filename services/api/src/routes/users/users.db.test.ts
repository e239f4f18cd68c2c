import type { Problem } from "@gtb/contracts/problem";
import type { User, UserList } from "@gtb/contracts/users";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { edit } from "../../testing/edit.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";

const api = await createApiUnderTest();
const [evreux, bernay] = await createTwoCommunes(api);
const reader = await evreux.person("reader");
const stranger = await bernay.person("reader");

const emailsOf = ({ items }: UserList) => items.map(({ email }) => email).sort();

test("an administrator sees the people of their organisation, and nobody of another", async () => {
  const { body } = await evreux.as.get<UserList>("/users");
  expect(emailsOf(body)).toEqual([evreux.admin.email, reader.email].sort());
  expect((await evreux.as.get<UserList>(`/users?organisation=${bernay.id}`)).body.items).toEqual([]);
  expect((await evreux.as.get<UserList>(`/users?search=${stranger.email.slice(0, 12)}`)).body.items).not.toContainEqual(
    expect.objectContaining({ email: stranger.email }),
  );
  const unknown = crypto.randomUUID();
  const foreign = await evreux.as.get<Problem>(`/users/${stranger.uuid}`);
  const missing = await evreux.as.get<Problem>(`/users/${unknown}`);
  expect(foreign.status).toBe(404);
  expect({ ...foreign.body, requestId: "" }).toEqual({ ...missing.body, requestId: "" });
});

test("the agency sees everybody, page after page, each with their roles", async () => {
  const seen: User[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body } = await api.get<UserList>(`/users?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items);
    cursor = body.nextCursor as string | null;
  }
  expect(seen).toHaveLength(5);
  expect(seen.find(({ id }) => id === stranger.uuid)?.roles).toMatchObject([
    { role: "reader", organisation: { id: bernay.id }, buildings: null, until: null },
  ]);
});

test("who has no right on people asks in vain", async () => {
  const manager = api.as((await evreux.person("building_manager")).token);
  for (const url of ["/users", `/users/${reader.uuid}`, "/invitations"])
    expect(await manager.get<Problem>(url)).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("of a person with roles in two organisations each sees its own", async () => {
  const both = await evreux.person("technician");
  await api.post(`/users/${both.uuid}/roles`, { organisation: bernay.id, role: "reader" });
  const rolesSeen = async (client: typeof evreux.as) =>
    (await client.get<User>(`/users/${both.uuid}`)).body.roles.map(({ role }) => role).sort();
  expect(await rolesSeen(evreux.as)).toEqual(["technician"]);
  expect(await rolesSeen(bernay.as)).toEqual(["reader"]);
  expect(await rolesSeen(api)).toEqual(["reader", "technician"]);
  const refused = await edit<Problem>(evreux.as, `/users/${both.uuid}`, { disabled: true });
  expect(refused).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("a person whose role has ended is no longer seen", async () => {
  const gone = await evreux.person("reader");
  const { body } = await evreux.as.get<User>(`/users/${gone.uuid}`);
  expect(await evreux.as.remove(`/roles/${body.roles[0]?.id}`)).toMatchObject({ status: 200 });
  expect(await evreux.as.get(`/users/${gone.uuid}`)).toMatchObject({ status: 404 });
  expect(await api.get(`/users/${gone.uuid}`)).toMatchObject({ status: 200, body: { roles: [] } });
});

test("disabling ends sessions and tokens at once; letting in again gives neither back", async () => {
  const person = await evreux.person("technician");
  await api.pool.query(
    `insert into session (token_digest, csrf_digest, user_id, expires_at) values ('\\x01', '\\x02', $1, now() + interval '1 day')`,
    [person.userId],
  );
  expect(await api.as(person.token).get("/buildings")).toMatchObject({ status: 200 });
  const answer = await edit<User>(evreux.as, `/users/${person.uuid}`, { disabled: true });
  expect(answer).toMatchObject({ status: 200, body: { disabled: true } });
  expect(await api.as(person.token).get("/buildings")).toMatchObject({ status: 401 });
  const { rows } = await api.pool.query("select from session where user_id = $1", [person.userId]);
  expect(rows).toEqual([]);
  expect(await edit(evreux.as, `/users/${person.uuid}`, { disabled: false })).toMatchObject({
    body: { disabled: false },
  });
  expect(await api.as(person.token).get("/buildings")).toMatchObject({ status: 401 });
});

test("an edit names what it has seen", async () => {
  const person = await evreux.person("reader");
  const url = `/users/${person.uuid}`;
  expect(await evreux.as.patch(url, { disabled: true })).toMatchObject({ status: 428 });
  const { etag } = (await evreux.as.get(url)).headers;
  await edit(api, url, { disabled: true });
  const late = await evreux.as.patch<Problem>(url, { disabled: false }, { "if-match": String(etag) });
  expect(late).toMatchObject({ status: 412, body: { code: "changed_meanwhile" } });
});

test("nobody disables themselves, a foreigner, or who may more than they", async () => {
  expect(await edit(evreux.as, `/users/${evreux.admin.uuid}`, { disabled: true })).toMatchObject({ status: 403 });
  expect(await edit(evreux.as, `/users/${stranger.uuid}`, { disabled: true })).toMatchObject({ status: 404 });
  expect(await api.as(stranger.token).get("/buildings")).toMatchObject({ status: 200 });
  const { body } = await api.get<UserList>("/users?search=agency-admin");
  const agency = body.items[0];
  expect(await edit(evreux.as, `/users/${agency?.id}`, { disabled: true })).toMatchObject({ status: 404 });
  // In the agency itself an organisation administrator sees the agency's, and still may not.
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where kind = 'agency'");
  const inAgency = await evreux.person("reader");
  await api.pool.query("insert into user_role (user_id, organisation_id, role) values ($1, $2, 'organisation_admin')", [
    inAgency.userId,
    rows[0]?.id,
  ]);
  const client = api.as(inAgency.token);
  expect(await client.get(`/users/${agency?.id}`)).toMatchObject({ status: 200 });
  expect(await edit(client, `/users/${agency?.id}`, { disabled: true })).toMatchObject({ status: 403 });
});

test("straight in SQL, gtb_api may not shut anybody out or change addresses", async () => {
  const connection = await api.pool.connect();
  try {
    for (const change of ["disabled_at = now()", "email = 'x@y.fr'", "erased_at = now()", "password_hash = ''"]) {
      await connection.query("begin; set local role gtb_api");
      await connection.query("select set_config('gtb.user_id', $1, true)", [String(evreux.admin.userId)]);
      await expect(connection.query(`update app_user set ${change}`)).rejects.toThrow(/permission denied/);
      await connection.query("rollback");
    }
  } finally {
    connection.release();
  }
});

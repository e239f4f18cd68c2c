import type { Problem } from "@gtb/contracts/problem";
import type { User } from "@gtb/contracts/users";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { edit } from "../../testing/edit.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const [evreux, bernay] = await createTwoCommunes(api);
const school = await world.building(await world.site(evreux.id));
const foreign = await world.building(await world.site(bernay.id));
const reader = await evreux.person("reader");
const stranger = await bernay.person("reader");

const give = (client: typeof evreux.as, user: string, body: object) =>
  client.post<User & Problem>(`/users/${user}/roles`, body);
const roleOf = async (user: string, role: string) =>
  (await api.get<User>(`/users/${user}`)).body.roles.find((held) => held.role === role)?.id;

test("an administrator gives a role, for the whole organisation or some buildings, and takes it away", async () => {
  const answer = await give(evreux.as, reader.uuid, {
    organisation: evreux.id,
    role: "technician",
    buildings: [school],
  });
  expect(answer.status).toBe(201);
  expect(answer.body.roles).toMatchObject([
    { role: "reader", buildings: null },
    { role: "technician", buildings: [{ id: school }], organisation: { id: evreux.id, name: "Évreux" } },
  ]);
  const again = await give(evreux.as, reader.uuid, { organisation: evreux.id, role: "technician" });
  expect(again).toMatchObject({ status: 409, body: { code: "already_exists" } });

  const role = await roleOf(reader.uuid, "technician");
  expect(await evreux.as.remove(`/roles/${role}`)).toMatchObject({ status: 200, body: { done: true } });
  expect(await evreux.as.remove(`/roles/${role}`)).toMatchObject({ status: 404 });
  const { rows } = await api.pool.query("select upper(valid) <= now() as ended from user_role where uuid = $1", [role]);
  expect(rows).toEqual([{ ended: true }]);
  expect((await give(evreux.as, reader.uuid, { organisation: evreux.id, role: "technician" })).status).toBe(201);
});

test("nobody gives more than they have", async () => {
  const { rows } = await api.pool.query<{ uuid: string }>("select uuid from organisation where kind = 'agency'");
  const agency = rows[0]!.uuid;
  for (const role of ["agency_admin", "smo_engineer"])
    expect(await give(evreux.as, reader.uuid, { organisation: evreux.id, role })).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
  expect(await give(evreux.as, reader.uuid, { organisation: agency, role: "agency_admin" })).toMatchObject({
    status: 403,
  });
  const manager = api.as((await evreux.person("building_manager")).token);
  for (const role of ["building_manager", "reader"])
    expect(await give(manager, reader.uuid, { organisation: evreux.id, role })).toMatchObject({ status: 403 });
  expect(await manager.remove(`/roles/${await roleOf(reader.uuid, "reader")}`)).toMatchObject({ status: 403 });
  expect(await give(api, reader.uuid, { organisation: agency, role: "smo_engineer" })).toMatchObject({ status: 201 });
});

test("a role of the agency's stands in the agency only, and one that manages has no buildings", async () => {
  const refusals = [
    { role: "agency_admin", buildings: null },
    { role: "organisation_admin", buildings: [school] },
  ];
  for (const refusal of refusals)
    expect(await give(api, reader.uuid, { organisation: evreux.id, ...refusal })).toMatchObject({
      status: 400,
      body: { code: "invalid_request" },
    });
});

test("people, roles, organisations and buildings of another organisation do not exist", async () => {
  const role = await roleOf(stranger.uuid, "reader");
  const tries = [
    await evreux.as.remove<Problem>(`/roles/${role}`),
    await give(evreux.as, stranger.uuid, { organisation: evreux.id, role: "reader" }),
  ];
  for (const answer of tries) expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
  for (const body of [
    { organisation: bernay.id, role: "reader" },
    { organisation: evreux.id, role: "building_manager", buildings: [foreign] },
    { organisation: evreux.id, role: "building_manager", buildings: [school, foreign] },
  ]) {
    const answer = await give(evreux.as, reader.uuid, body);
    expect(answer).toMatchObject({ status: 422, body: { code: "unknown_reference" } });
  }
  expect(await roleOf(stranger.uuid, "reader")).toBe(role);
});

test("the last administrator stays, until there is another", async () => {
  const own = await roleOf(bernay.admin.uuid, "organisation_admin");
  const last = { status: 409, body: { code: "last_administrator" } };
  expect(await bernay.as.remove(`/roles/${own}`)).toMatchObject(last);
  const second = await bernay.person("organisation_admin");
  await edit(bernay.as, `/users/${second.uuid}`, { disabled: true });
  expect(await bernay.as.remove(`/roles/${own}`)).toMatchObject(last);
  await edit(bernay.as, `/users/${second.uuid}`, { disabled: false });
  expect(await bernay.as.remove(`/roles/${own}`)).toMatchObject({ status: 200 });
  // And the agency may end that of the last one: it gives the next.
  const secondRole = await roleOf(second.uuid, "organisation_admin");
  expect(await api.remove(`/roles/${secondRole}`)).toMatchObject({ status: 200 });
});

test("the agency's last administrator stays too", async () => {
  const { rows } = await api.pool.query<{ uuid: string }>("select uuid from user_role where role = 'agency_admin'");
  expect(await api.remove(`/roles/${rows[0]?.uuid}`)).toMatchObject({ body: { code: "last_administrator" } });
});

test("of two administrators who leave at once one stays", async () => {
  const first = await evreux.person("organisation_admin");
  const roles = await Promise.all([evreux.admin, first].map(({ uuid }) => roleOf(uuid, "organisation_admin")));
  const answers = await Promise.all([
    evreux.as.remove(`/roles/${roles[0]}`),
    api.as(first.token).remove(`/roles/${roles[1]}`),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("straight in SQL, gtb_api gives nothing that the identity has not", async () => {
  const connection = await api.pool.connect();
  const insert = "insert into user_role (user_id, organisation_id, role, granted_by) values ($1, $2, $3, $4)";
  try {
    for (const [organisation, role] of [
      [bernay.innerId, "reader"],
      [evreux.innerId, "agency_admin"],
    ]) {
      await connection.query("begin; set local role gtb_api");
      await connection.query("select set_config('gtb.user_id', $1, true)", [String(bernay.admin.userId)]);
      const values = [reader.userId, organisation, role, bernay.admin.userId];
      await expect(connection.query(insert, values)).rejects.toThrow(/row-level security|belongs to the agency/);
      await connection.query("rollback");
    }
  } finally {
    connection.release();
  }
});

import type { BuildingList } from "@gtb/contracts/buildings";
import type { Consent, ConsentList, OrganisationDetail, OrganisationList } from "@gtb/contracts/organisations";
import type { Problem } from "@gtb/contracts/problem";
import type { User, UserList } from "@gtb/contracts/users";
import { beforeEach, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { edit } from "../../testing/edit.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const [evreux, bernay] = await createTwoCommunes(api);
const building = await world.building(await world.site(evreux.id));
const point = await world.point(building);

interface Above {
  readonly id: string;
  readonly innerId: number;
  readonly as: typeof evreux.as;
}

/** An association of communes, with an administrator. */
async function createEpci(name: string): Promise<Above> {
  const body = { kind: "epci", code: String(200_000_000 + Math.floor(Math.random() * 1e8)), name };
  const { id } = (await api.post<{ id: string }>("/organisations", body)).body;
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [id]);
  const innerId = rows[0]!.id;
  return { id, innerId, as: api.as((await createTestUser(api.pool, "organisation_admin", innerId)).token) };
}

const epci = await createEpci("Évreux Portes de Normandie");
const other = await createEpci("Intercom Bernay");
let link = "";

/** As the register of communes leaves it: a membership without consent. */
beforeEach(async () => {
  await api.pool.query("delete from organisation_link where parent_id = $1", [epci.innerId]);
  const { rows } = await api.pool.query<{ uuid: string }>(
    "insert into organisation_link (parent_id, child_id, kind) values ($1, $2, 'membership') returning uuid",
    [epci.innerId, evreux.innerId],
  );
  link = rows[0]!.uuid;
});

async function seesEvreux(client: typeof evreux.as): Promise<boolean[]> {
  const list = (await client.get<BuildingList>("/buildings")).body.items;
  const organisations = (await client.get<OrganisationList>("/organisations")).body.items;
  const users = (await client.get<UserList>("/users")).body.items;
  const detail = await client.get<OrganisationDetail>(`/organisations/${epci.id}`);
  const links = (await client.get<ConsentList>(`/organisations/${epci.id}/links`)).body.items ?? [];
  return [
    list.some(({ id }) => id === building),
    (await client.get(`/buildings/${building}`)).status === 200,
    (await client.get(`/points/${point}`)).status === 200,
    organisations.some(({ id }) => id === evreux.id),
    (await client.get(`/organisations/${evreux.id}`)).status === 200,
    users.some(({ email }) => email === evreux.admin.email),
    JSON.stringify(detail.body).includes(evreux.id),
    links.some(({ child }) => child.id === evreux.id),
  ];
}
const nothing = Array<boolean>(8).fill(false);
const all = Array<boolean>(8).fill(true);

test("the commune agrees, and its association sees it; it takes that back, and it is gone at once", async () => {
  expect(await seesEvreux(epci.as)).toEqual(nothing);
  const { body } = await evreux.as.get<ConsentList>(`/organisations/${evreux.id}/links`);
  expect(body.items.find(({ id }) => id === link)).toMatchObject({
    parent: { id: epci.id, name: "Évreux Portes de Normandie" },
    child: { id: evreux.id },
    from: null,
    until: null,
    consentedAt: null,
  });
  const agreed = await edit<Consent>(evreux.as, `/organisation-links/${link}`, { consented: true });
  expect(agreed).toMatchObject({ status: 200, body: { id: link, consentedAt: expect.any(String) } });
  expect(await seesEvreux(epci.as)).toEqual(all);
  expect(await seesEvreux(other.as)).not.toContain(true);

  expect(await evreux.as.remove(`/organisation-links/${link}`)).toMatchObject({ status: 200 });
  expect(await seesEvreux(epci.as)).toEqual(nothing);
  expect(await evreux.as.remove(`/organisation-links/${link}`)).toMatchObject({ status: 404 });

  const again = await evreux.as.post<Consent>("/organisation-links", {
    parent: epci.id,
    child: evreux.id,
    kind: "membership",
    from: new Date().toISOString().slice(0, 10),
  });
  expect(again.status).toBe(201);
  expect(await seesEvreux(epci.as)).toEqual(all);
});

test("the agency records the agreement of a commune, for a time that may not have come", async () => {
  const body = { parent: other.id, child: evreux.id, kind: "service" };
  const later = await api.post<Consent>("/organisation-links", { ...body, from: "2100-01-01", until: "2101-01-01" });
  expect(later).toMatchObject({ status: 201, body: { from: "2100-01-01", until: "2101-01-01" } });
  expect(await seesEvreux(other.as)).not.toContain(true);
  expect(await api.post("/organisation-links", { ...body, from: "2100-06-01" })).toMatchObject({
    status: 409,
    body: { code: "already_exists" },
  });
  const shorter = await edit<Consent>(api, `/organisation-links/${later.body.id}`, { until: "2100-02-01" });
  expect(shorter).toMatchObject({ status: 200, body: { until: "2100-02-01" } });
  for (const until of ["2000-01-01", "2100-01-01"])
    expect(await edit(api, `/organisation-links/${later.body.id}`, { until })).toMatchObject({ status: 400 });
});

test("whoever is above never agrees for who is below", async () => {
  const refused = { status: 403, body: { code: "forbidden" } };
  await edit(evreux.as, `/organisation-links/${link}`, { consented: true });
  expect(await edit(epci.as, `/organisation-links/${link}`, { until: "2100-01-01" })).toMatchObject(refused);
  expect(await epci.as.remove(`/organisation-links/${link}`)).toMatchObject(refused);
  const body = { parent: epci.id, child: evreux.id, kind: "service", from: "2026-01-01" };
  expect(await epci.as.post("/organisation-links", body)).toMatchObject(refused);
  const manager = api.as((await evreux.person("building_manager")).token);
  expect(await manager.post("/organisation-links", body)).toMatchObject(refused);
});

test("to be seen is not to be ruled: the association appoints and shuts out nobody in the commune", async () => {
  await edit(evreux.as, `/organisation-links/${link}`, { consented: true });
  const reader = await evreux.person("reader");
  const user = `/users/${reader.uuid}`;
  expect(await epci.as.get<User>(user)).toMatchObject({ status: 200, body: { roles: [{ role: "reader" }] } });
  const role = (await epci.as.get<User>(user)).body.roles[0]!.id;
  const asked = { organisation: evreux.id, role: "organisation_admin" };
  const answers = [
    await epci.as.post<Problem>(`${user}/roles`, asked),
    await epci.as.post<Problem>("/invitations", { ...asked, email: "cheval@exemple.fr" }),
    await epci.as.remove<Problem>(`/roles/${role}`),
    await edit<Problem>(epci.as, user, { disabled: true }),
    await epci.as.get<Problem>(`${user}/export`),
  ];
  for (const { status, body } of answers) expect([status, body.code]).toEqual([403, "forbidden"]);
});

test("of two who change a link at once the second is told", async () => {
  const url = `/organisation-links/${link}`;
  expect(await evreux.as.patch(url, { consented: true })).toMatchObject({ status: 428 });
  const tag = String((await evreux.as.get<Consent>(url)).headers["etag"]);
  expect((await evreux.as.patch<Consent>(url, { until: "2100-01-01" }, { "if-match": tag })).status).toBe(200);
  const second = await api.patch<Problem>(url, { until: "2101-01-01" }, { "if-match": tag });
  expect(second).toMatchObject({ status: 412, body: { code: "changed_meanwhile" } });
});

test("links of others, and organisations that one does not see, do not exist", async () => {
  for (const client of [bernay.as, other.as]) {
    expect(await edit(client, `/organisation-links/${link}`, { consented: true })).toMatchObject({ status: 404 });
    expect(await client.remove(`/organisation-links/${link}`)).toMatchObject({ status: 404 });
    expect(await client.get(`/organisations/${evreux.id}/links`)).toMatchObject({ status: 404 });
  }
  const ask = (parent: string, child: string) =>
    bernay.as.post<Problem>("/organisation-links", { parent, child, kind: "service", from: "2026-01-01" });
  const foreign = await ask(epci.id, bernay.id);
  const unknown = await ask(crypto.randomUUID(), bernay.id);
  expect(foreign).toMatchObject({ status: 422, body: { code: "unknown_reference" } });
  expect({ ...foreign.body, requestId: "" }).toEqual({ ...unknown.body, requestId: "" });
  expect(await ask(bernay.id, evreux.id)).toMatchObject({ status: 422 });
  expect(await ask(bernay.id, bernay.id)).toMatchObject({ status: 400 });
});

test("consent is one link deep: it cannot be passed on", async () => {
  await edit(evreux.as, `/organisation-links/${link}`, { consented: true });
  await api.post("/organisation-links", { parent: other.id, child: epci.id, kind: "service", from: "2020-01-01" });
  const seen = (await other.as.get<OrganisationList>("/organisations")).body.items.map(({ id }) => id);
  expect(seen).toContain(epci.id);
  expect(seen).not.toContain(evreux.id);
  expect(await other.as.get(`/buildings/${building}`)).toMatchObject({ status: 404 });
});

test("straight in SQL, gtb_api consents for nobody else and removes no link", async () => {
  const connection = await api.pool.connect();
  const { rows } = await api.pool.query<{ id: number }>(
    "select user_id as id from user_role where organisation_id = $1",
    [epci.innerId],
  );
  try {
    await connection.query("begin; set local role gtb_api");
    await connection.query("select set_config('gtb.user_id', $1, true)", [String(rows[0]?.id)]);
    const consent = "update organisation_link set consented_at = now() where child_id = $1";
    expect((await connection.query(consent, [evreux.innerId])).rowCount).toBe(0);
    expect((await connection.query(consent, [epci.innerId])).rowCount).toBeGreaterThan(0);
    await expect(connection.query("delete from organisation_link")).rejects.toThrow(/permission denied/);
    await connection.query("rollback");
  } finally {
    connection.release();
  }
});

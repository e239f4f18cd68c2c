import type { Problem } from "@gtb/contracts/problem";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "./testing/api-under-test.ts";
import { createTestUser } from "./testing/test-users.ts";
import { fillReadings } from "./testing/time-series.ts";
import { createWorld } from "./testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const site = await world.site(commune);
const building = await world.building(site);
const elsewhere = await world.building(site, { name: "Mairie" });
const zone = await world.zone(building, "Salle");
const otherZone = await world.zone(elsewhere, "Accueil");
const point = await world.point(building, { zone });
const meter = await world.meter(building);
const device = await api.post<{ id: string }>("/devices", {
  devEui: "24e124136d000001",
  deviceType: "milesight-em300-th",
  name: "Capteur",
  building,
});

interface Edit {
  readonly url: string;
  readonly change: Readonly<Record<string, unknown>>;
}
const edits: readonly Edit[] = [
  { url: `/sites/${site}`, change: { name: "Groupe scolaire", address: "1 rue des Écoles" } },
  { url: `/buildings/${building}`, change: { name: "École Pasteur", use: "nursery", heatingEnergy: "wood" } },
  { url: `/zones/${zone}`, change: { name: "Salle 12", floor: "1" } },
  { url: `/points/${point}`, change: { name: "Température salle", zone: null } },
  { url: `/meters/${meter}`, change: { name: "Compteur Linky", serialNumber: "041876" } },
  { url: `/devices/${device.body.id}`, change: { name: "Capteur couloir" } },
];
const tagOf = async (url: string) => String((await api.get(url)).headers["etag"]);
const ifMatch = (tag: string) => ({ "if-match": tag });

test.each(edits)("$url: mended by who has seen it, and only then", async ({ url, change }) => {
  expect((await api.patch<Problem>(url, change)).body).toMatchObject({ status: 428, code: "precondition_required" });
  expect((await api.patch(url, change, ifMatch("*"))).status).toBe(428);
  const seen = await tagOf(url);
  expect(seen).toMatch(/^"[\w-]{22}\.[\w-]{22}"$/);
  const edited = await api.patch<object>(url, change, ifMatch(seen));
  expect(edited).toMatchObject({ status: 200, body: change });
  const now = await api.get(url);
  expect(now.headers["etag"]).toBe(edited.headers["etag"]);
  expect(now.body).toEqual(edited.body);
  expect((await api.patch<Problem>(url, change, ifMatch(seen))).body).toMatchObject({
    status: 412,
    code: "changed_meanwhile",
  });
  expect((await api.patch(url, {}, ifMatch(`"x.y", ${now.headers["etag"]}`))).body).toEqual(edited.body);
});

test.each(edits)("$url: of ten edits at the same moment one wins", async ({ url }) => {
  const tag = await tagOf(url);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => api.patch<{ name: string }>(url, { name: `Nom ${index}` }, ifMatch(tag))),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
  expect((await api.get<{ name: string }>(url)).body.name).toBe(won[0]?.body.name);
});

test.each(edits)("$url: 304 for who has it already", async ({ url }) => {
  const tag = await tagOf(url);
  const again = await api.app.inject({
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${api.token}`, "if-none-match": `"a.b", ${tag}` },
  });
  expect(again).toMatchObject({ statusCode: 304, body: "", headers: { etag: tag } });
});

test("a new value changes a building's tag, and does not refuse an edit of what was declared", async () => {
  const url = `/buildings/${building}`;
  const seen = await tagOf(url);
  await fillReadings(api.pool, point, {
    from: "2026-11-24T10:00:00Z",
    to: "2026-11-24T10:05:00Z",
    step: "10 minutes",
    valueSql: "19.5",
  });
  expect(await tagOf(url)).not.toBe(seen);
  expect((await api.patch(url, { use: "library" }, ifMatch(seen))).status).toBe(200);
});

test("what does not fit is refused: another building's zone, a name that is taken, an unknown field", async () => {
  const wrongZone = await api.patch<Problem>(
    `/points/${point}`,
    { zone: otherZone },
    ifMatch(await tagOf(`/points/${point}`)),
  );
  expect(wrongZone.body).toMatchObject({ status: 422, code: "unknown_reference" });
  await world.zone(building, "Préau");
  const taken = await api.patch<Problem>(`/zones/${zone}`, { name: "Préau" }, ifMatch(await tagOf(`/zones/${zone}`)));
  expect(taken.body).toMatchObject({ status: 409, code: "already_exists" });
  const unknown = await api.patch(`/sites/${site}`, { organisation: commune }, ifMatch(await tagOf(`/sites/${site}`)));
  expect(unknown.status).toBe(400);
});

let reader = "";
beforeAll(async () => {
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  reader = (await createTestUser(api.pool, "reader", rows[0]?.id ?? 0)).token;
});
test.each(edits)("$url: not by a reader, and not where there is nothing", async ({ url, change }) => {
  expect((await api.as(reader).patch(url, change, ifMatch('"a.b"'))).status).toBe(403);
  const nowhere = url.replace(/[^/]+$/, "00000000-0000-4000-8000-000000000000");
  expect((await api.patch(nowhere, change, ifMatch('"a.b"'))).status).toBe(404);
});

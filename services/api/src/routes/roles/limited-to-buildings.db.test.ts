import type { BuildingList } from "@gtb/contracts/buildings";
import type { DeviceList } from "@gtb/contracts/devices";
import { LiveReadings } from "@gtb/contracts/live";
import type { OrganisationDetail, OrganisationList } from "@gtb/contracts/organisations";
import type { Problem } from "@gtb/contracts/problem";
import type { ReadingColumns } from "@gtb/contracts/readings";
import { inTransaction } from "@gtb/database/transaction";
import { storeReadings } from "@gtb/readings/store-readings";
import { expect, test } from "vitest";
import type { z } from "zod";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption, fillReadings } from "../../testing/time-series.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";
import { addUplink } from "../../testing/uplinks.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const [evreux, bernay] = await createTwoCommunes(api);
const period = { from: "2026-11-23T00:00:00Z", to: "2026-11-24T00:00:00Z" };
const query = `from=${period.from}&to=${period.to}`;

/** A building with something of everything in it. */
async function createFilled(organisation: string, devEui: string) {
  const site = await world.site(organisation, devEui);
  const building = await world.building(site, { name: `Bâtiment ${devEui.slice(-1)}` });
  const [zone, point, meter] = await Promise.all([
    world.zone(building, "Étage"),
    world.point(building),
    world.meter(building),
  ]);
  const register = await world.register(meter);
  const declared = { devEui, deviceType: "milesight-em300-th", name: `Sonde ${devEui}`, building };
  const device = (await api.post<{ id: string }>("/devices", declared)).body.id;
  await fillReadings(api.pool, point, { ...period, step: "1 hour", valueSql: "20" });
  await fillConsumption(api.pool, register, { ...period, kwhSql: "2" });
  await addUplink(api.pool, { devEui, time: "2026-11-24T10:00:00Z", outcome: "decoded" });
  return { site, building, zone, point, meter, register, device };
}

const school = await createFilled(evreux.id, "24e124136b00000a");
const townHall = await createFilled(evreux.id, "24e124136b00000b");
const foreign = await createFilled(bernay.id, "24e124136b00000c");
const technician = await evreux.person("technician", [school.building]);
const client = api.as(technician.token);
type Filled = typeof school;

const pathsOf = ({ site, building, zone, point, meter, register, device }: Filled) => [
  `/sites/${site}`,
  `/buildings/${building}`,
  `/buildings/${building}/consumption?${query}&by=hour`,
  `/zones/${zone}`,
  `/points/${point}`,
  `/points/${point}/readings?${query}`,
  `/meters/${meter}`,
  `/meters/${meter}/consumption?${query}&by=hour`,
  `/registers/${register}`,
  `/devices/${device}`,
];

test("of the own building a technician reads everything, of others nothing is there", async () => {
  for (const path of pathsOf(school)) expect((await client.get(path)).status, path).toBe(200);
  for (const path of [...pathsOf(townHall), ...pathsOf(foreign)]) {
    const { status, body } = await client.get<Problem>(path);
    expect([status, body.code], path).toEqual([404, "not_found"]);
  }
  // They are there for who may.
  for (const path of pathsOf(townHall)) expect((await evreux.as.get(path)).status, path).toBe(200);
});

test("values arrive, and lists hold the own building alone", async () => {
  const readings = await client.get<z.input<typeof ReadingColumns>>(`/points/${school.point}/readings?${query}`);
  expect(readings.body.values).toHaveLength(24);
  const buildings = await client.get<BuildingList>("/buildings");
  expect(buildings.body.items.map(({ id }) => id)).toEqual([school.building]);
  const devices = await client.get<DeviceList>("/devices");
  expect(devices.body.items.map(({ id }) => id)).toEqual([school.device]);
  for (const search of [`building=${townHall.building}`, `organisation=${bernay.id}`, "search=24e124136b00000b"])
    expect((await client.get<DeviceList>(`/devices?${search}`)).body.items, search).toEqual([]);
});

test("the organisation is known by name, and counts only what the technician sees", async () => {
  const { body } = await client.get<OrganisationList>("/organisations");
  expect(body.items).toMatchObject([{ id: evreux.id, buildingCount: 1, deviceCount: 1 }]);
  const detail = await client.get<OrganisationDetail>(`/organisations/${evreux.id}`);
  expect(detail.body).toMatchObject({ buildingCount: 1, deviceCount: 1 });
  expect(await client.get(`/organisations/${bernay.id}`)).toMatchObject({ status: 404 });
});

test("a technician changes nothing, not even of the own building", async () => {
  const point = { name: "P", quantity: "temperature", unit: "Cel", kind: "gauge" };
  for (const { building } of [school, townHall])
    expect(await client.post("/points", { ...point, building })).toMatchObject({ status: 403 });
  for (const path of ["/users", "/audit", "/jobs", "/invitations"])
    expect((await client.get(path)).status, path).toBe(403);
});

test("a manager of one building changes that one, and is told why not the rest", async () => {
  const manager = api.as((await evreux.person("building_manager", [school.building])).token);
  const point = { name: "P", quantity: "temperature", unit: "Cel", kind: "gauge" };
  expect(await manager.post("/points", { ...point, building: school.building })).toMatchObject({ status: 201 });
  expect(await manager.post("/points", { ...point, building: townHall.building })).toMatchObject({
    status: 422,
    body: { code: "unknown_reference" },
  });
  const site = { name: "Nouveau", communeCode: "27229", organisation: evreux.id };
  expect(await manager.post("/sites", site)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  const building = { site: school.site, name: "Annexe", use: "school", heatingEnergy: "gas" };
  expect(await manager.post("/buildings", building)).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("live values come of the own building, and of no other", async () => {
  const address = await api.app.listen({ host: "127.0.0.1", port: 0 });
  const controller = new AbortController();
  const listen = (building: string) =>
    fetch(`${address}/api/v1/live?building=${building}`, {
      headers: { authorization: `Bearer ${technician.token}` },
      signal: controller.signal,
    });
  expect((await listen(townHall.building)).status).toBe(404);
  expect((await listen(foreign.building)).status).toBe(404);
  const stream = await listen(school.building);
  expect(stream.status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const [filled, value] of [
    [foreign, 1],
    [townHall, 2],
    [school, 3],
  ] as const)
    await storeReading(filled.point, value);
  const text = await readUntil(stream, "\n\n");
  const { readings } = LiveReadings.parse(JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? ""));
  expect(readings.map(({ point, value }) => [point, value])).toEqual([[school.point, 3]]);
  controller.abort();
});

async function storeReading(uuid: string, value: number): Promise<void> {
  const { rows } = await api.pool.query<{ id: number }>("select id from point where uuid = $1", [uuid]);
  const source = { kind: "import", id: crypto.randomUUID(), actor: "test", reason: "test" } as const;
  const reading = { pointId: rows[0]!.id, time: new Date("2026-11-24T10:20:00Z"), value, quality: 0 };
  await inTransaction(api.pool, (connection) => storeReadings(connection, [reading], source));
}

async function readUntil(response: Response, end: string): Promise<string> {
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (/^data: /m.test(text) && text.endsWith(end)) break;
  }
  return text;
}

import type { BuildingDetail, BuildingList } from "@gtb/contracts/buildings";
import type { Problem } from "@gtb/contracts/problem";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption, fillReadings } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const site = await world.site(commune);
const school = await world.building(site, { floorAreaM2: 1200, simulated: true });
const empty = await world.building(site, { name: "Mairie", use: "town_hall" });
const point = await world.point(school);
const main = await world.meter(school);
const index = await world.point(school, { name: "Index", quantity: "active-energy", unit: "kW.h", kind: "counter" });
const register = await world.register(main, { point: index });
const subMeter = await world.meter(school, { name: "Cuisine", parent: main });
const subIndex = await world.point(school, {
  name: "Sous-index",
  quantity: "active-energy",
  unit: "kW.h",
  kind: "counter",
});
const subRegister = await world.register(subMeter, { point: subIndex });

beforeAll(async () => {
  await fillReadings(api.pool, point, {
    from: "2026-11-24T10:00:00Z",
    to: "2026-11-24T10:25:00Z",
    step: "10 minutes",
    valueSql: "19.5",
  });
  // Last week 1 kWh an hour, this week 2, known up to 08:00 UTC today; monday is the 23rd, 00:00 in Paris is 23:00 UTC.
  await fillConsumption(api.pool, register, { from: "2026-11-15T23:00:00Z", to: "2026-11-22T23:00:00Z", kwhSql: "1" });
  await fillConsumption(api.pool, register, { from: "2026-11-22T23:00:00Z", to: "2026-11-24T08:00:00Z", kwhSql: "2" });
  await fillConsumption(api.pool, subRegister, {
    from: "2026-11-15T23:00:00Z",
    to: "2026-11-24T08:00:00Z",
    kwhSql: "0.5",
  });
});

test("the list compares this week with the same span of last week, without sub-meters", async () => {
  const { status, body } = await api.get<BuildingList>("/buildings");
  expect(status).toBe(200);
  const [first, second] = body.items;
  expect(first).toMatchObject({
    id: school,
    organisation: { id: commune, name: "Évreux" },
    floorAreaM2: 1200,
    simulated: true,
    timeZone: "Europe/Paris",
    lastReadingAt: "2026-11-24T10:20:00.000Z",
    weeks: [
      {
        energy: "electricity",
        nativeUnit: "kW.h",
        weekStart: "2026-11-22T23:00:00.000Z",
        until: "2026-11-24T08:00:00.000Z",
        thisWeek: { energyKwh: 66, native: 66, knownShare: 1 },
        lastWeekSameSpan: { energyKwh: 33, knownShare: 1 },
        lastWeek: { energyKwh: 168, knownShare: 1 },
      },
    ],
  });
  expect(second).toMatchObject({ id: empty, floorAreaM2: null, weeks: [], lastReadingAt: null });
});

test("a meter that nothing is known of has no kWh, and not 0", async () => {
  const other = await world.building(site, { name: "Piscine", use: "pool" });
  await world.register(await world.meter(other));
  const { body } = await api.get<BuildingList>("/buildings?use=pool");
  const unknown = { energyKwh: null, native: null, knownShare: 0 };
  expect(body.items[0]!.weeks[0]).toMatchObject({
    until: null,
    thisWeek: unknown,
    lastWeekSameSpan: unknown,
    lastWeek: unknown,
  });
});

test("the list is filtered by organisation, use and name", async () => {
  const idsOf = async (query: string) =>
    (await api.get<BuildingList>(`/buildings?${query}`)).body.items.map((item) => item.id);
  expect(await idsOf("use=town_hall")).toEqual([empty]);
  expect(await idsOf("search=moulin")).toEqual([school]);
  expect(await idsOf(`organisation=${await world.commune("Autre")}`)).toEqual([]);
});

test("one building has its zones, points with their latest value, meters and registers", async () => {
  const zone = await world.zone(school, "Salle 1");
  const { body } = await api.get<BuildingDetail>(`/buildings/${school}`);
  expect(body.zones).toEqual([{ id: zone, building: school, name: "Salle 1", floor: null }]);
  expect(body.points.find((item) => item.id === point)).toMatchObject({
    quantity: "temperature",
    unit: "Cel",
    latest: { time: "2026-11-24T10:20:00.000Z", value: 19.5 },
  });
  expect(body.points.find((item) => item.id === index)!.latest).toBeNull();
  expect(body.meters.map((meter) => [meter.id, meter.parent, meter.registers[0]!.point])).toEqual([
    [subMeter, main, subIndex],
    [main, null, index],
  ]);
});

test("what refers to nothing is refused", async () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  expect(await api.get<BuildingDetail>(`/buildings/${nobody}`)).toMatchObject({
    status: 404,
    body: { code: "not_found" },
  });
  const answer = await api.post<Problem>("/buildings", {
    site: nobody,
    name: "X",
    use: "school",
    heatingEnergy: "gas",
  });
  expect(answer).toMatchObject({ status: 422, body: { code: "unknown_reference" } });
  const zone = await api.post<Problem>("/buildings", {
    site,
    name: "X",
    use: "school",
    heatingEnergy: "gas",
    timeZone: "Europe/Evreux",
  });
  expect(zone).toMatchObject({ status: 400, body: { code: "invalid_request", errors: [{ path: "body.timeZone" }] } });
});

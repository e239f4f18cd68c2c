import type { DataQuality } from "@gtb/contracts/data-quality";
import type { League } from "@gtb/contracts/league";
import type { Problem } from "@gtb/contracts/problem";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const site = await world.site(commune);
const school = await world.building(site, { floorAreaM2: 400 });
const hall = await world.building(site, { name: "Mairie", use: "town_hall" });
const counter = (building: string, name: string) =>
  world.point(building, { name, quantity: "active-energy", unit: "kW.h", kind: "counter" });
const main = await world.meter(school);
const mainRegister = await world.register(main, {
  point: await counter(school, "A"),
  validFrom: "2024-12-31T23:00:00Z",
});
const sub = await world.meter(school, { name: "CVC", parent: main });
const subRegister = await world.register(sub, { point: await counter(school, "B"), validFrom: "2024-12-31T23:00:00Z" });
const hallRegister = await world.register(await world.meter(hall), {
  point: await counter(hall, "C"),
  validFrom: "2025-12-31T23:00:00Z",
});

beforeAll(async () => {
  await fillConsumption(api.pool, mainRegister, {
    from: "2024-12-31T23:00:00Z",
    to: "2025-12-31T23:00:00Z",
    kwhSql: "2",
  });
  await fillConsumption(api.pool, mainRegister, {
    from: "2025-12-31T23:00:00Z",
    to: "2026-06-30T22:00:00Z",
    kwhSql: "1.5",
  });
  await fillConsumption(api.pool, subRegister, {
    from: "2025-12-31T23:00:00Z",
    to: "2026-06-30T22:00:00Z",
    kwhSql: "0.5",
  });
  await fillConsumption(api.pool, hallRegister, {
    from: "2025-12-31T23:00:00Z",
    to: "2026-03-31T22:00:00Z",
    kwhSql: "1",
  });
});

const league = async (query: string) => (await api.get<League>(`/organisations/${commune}/league?${query}`)).body;

test("buildings stand side by side, a parent counted once, against the same months of the year before", async () => {
  const { items } = await league("from=2026-01&to=2026-06");
  const [first, second] = items;
  const hours = (Date.UTC(2026, 5, 30, 22) - Date.UTC(2025, 11, 31, 23)) / 3_600_000;
  expect([first?.name, first?.energyKwh, first?.kwhPerM2]).toEqual([
    "École Jean-Moulin",
    1.5 * hours,
    (1.5 * hours) / 400,
  ]);
  expect(first).toMatchObject({
    completeness: 1,
    previousKwh: 2 * hours,
    previousCompleteness: 1,
    byEnergy: { electricity: 1.5 * hours },
  });
  expect(first?.change).toBeCloseTo(-0.25, 9);
  expect(first?.kgCo2e).toBeGreaterThan(0);
  expect(second).toMatchObject({ name: "Mairie", previousKwh: null, change: null, cost: null });
  expect(second?.completeness).toBeCloseTo(2159 / hours, 3);
});

test("may be asked for one use or one energy", async () => {
  expect((await league("from=2026-01&to=2026-01&use=town_hall")).items.map(({ name }) => name)).toEqual(["Mairie"]);
  const gas = await league("from=2026-01&to=2026-01&energy=gas");
  expect(gas.items.map(({ energyKwh, completeness }) => [energyKwh, completeness])).toEqual([
    [null, 0],
    [null, 0],
  ]);
});

test("refuses months the wrong way round", async () => {
  const answer = await api.get<Problem>(`/organisations/${commune}/league?from=2026-03&to=2026-01`);
  expect(answer.status).toBe(400);
});

test("the quality of the data tells what is missing, since when, the worst first", async () => {
  await api.pool.query(
    `insert into register_break (organisation_id, register_id, from_time, from_value, to_time, to_value)
     select organisation_id, id, '2026-02-01', 9, '2026-02-02', 1 from register where uuid = $1`,
    [mainRegister],
  );
  const url = `/organisations/${commune}/data-quality?from=2025-12-31T23:00:00Z&to=2026-06-30T22:00:00Z`;
  const { body } = await api.get<DataQuality>(url);
  expect(body.items.map(({ register, breaks }) => [register, breaks])).toEqual([
    [mainRegister, 1],
    [hallRegister, 0],
    [subRegister, 0],
  ]);
  expect(body.items[1]).toMatchObject({ missingSince: "2026-03-31T22:00:00.000Z", missingDays: 91 });
  expect(body.items[0]).toMatchObject({ measuredShare: 1, missingDays: 0, lastReadingAt: null });
  expect(body.missingShare).toBeCloseTo((91 * 24) / (3 * 4343), 3);
});

import type { Analysis } from "@gtb/contracts/analysis";
import type { Problem } from "@gtb/contracts/problem";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const building = await world.building(await world.site(commune), { floorAreaM2: 500 });
const counter = (name: string) =>
  world.point(building, { name, quantity: "active-energy", unit: "kW.h", kind: "counter" });
const main = await world.meter(building);
const mainRegister = await world.register(main, { point: await counter("A") });
const heating = await world.meter(building, { name: "CVC", parent: main });
const heatingRegister = await world.register(heating, { point: await counter("B") });
const light = await world.meter(building, { name: "Éclairage", parent: main });
const lightRegister = await world.register(light, { point: await counter("C") });
const water = await world.meter(building, { name: "Eau", energy: "water" });
const waterRegister = await world.register(water, {
  quantity: "volume",
  unit: "m3",
  point: await world.point(building, { name: "D", quantity: "volume", unit: "m3", kind: "counter" }),
});

beforeAll(async () => {
  const year = { from: "2025-09-30T22:00:00Z", to: "2026-09-30T22:00:00Z" };
  await fillConsumption(api.pool, mainRegister, { ...year, kwhSql: "extract(month from hour)" });
  await fillConsumption(api.pool, heatingRegister, { ...year, kwhSql: "0.5" });
  await fillConsumption(api.pool, lightRegister, { ...year, to: "2026-03-10T23:00:00Z", kwhSql: "0.25" });
  await fillConsumption(api.pool, waterRegister, { ...year, kwhSql: "0.1" });
  await api.pool.query(
    "update consumption set energy_kwh = null where register_id = (select id from register where uuid = $1)",
    [waterRegister],
  );
  await api.pool.query(
    "update consumption_day set energy_kwh = null where register_id = (select id from register where uuid = $1)",
    [waterRegister],
  );
  await api.pool.query(
    "update consumption_month set energy_kwh = null where register_id = (select id from register where uuid = $1)",
    [waterRegister],
  );
});

const ask = async (query: string) => (await api.get<Analysis>(`/buildings/${building}/analysis?${query}`)).body;
const week = "from=2026-03-01T23:00:00Z&to=2026-03-08T23:00:00Z";
const round = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : Math.round(value * 100) / 100));

test("by day and by hour it is the same energy, by week and month as well", async () => {
  const [hours, days, weeks] = await Promise.all([
    ask(`${week}&by=hour`),
    ask(`${week}&by=day`),
    ask(`${week}&by=week`),
  ]);
  const kwh = [hours, days, weeks].map(({ total }) => total.energyKwh);
  expect(kwh).toEqual([168 * 3, 168 * 3, 168 * 3]);
  expect([hours, days, weeks].map(({ starts }) => starts.length)).toEqual([168, 7, 1]);
  expect(weeks.localStarts).toEqual(["2026-03-02T00:00:00+01:00"]);
  const years = await ask("from=2025-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&by=year&energy=electricity");
  const months = await ask("from=2025-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&by=month&energy=electricity");
  expect(years.series[0]!.total.energyKwh).toBeCloseTo(months.series[0]!.total.energyKwh!, 6);
  expect(years.starts).toHaveLength(2);
});

test("a parent is split into its sub-meters and what they do not explain; the parts add up to the total", async () => {
  const body = await ask(`${week}&by=day&groupBy=meter&energy=electricity`);
  expect(body.series.map(({ key, isRemainder }) => [key, isRemainder])).toEqual([
    [heating, false],
    [light, false],
    [`${main}/remainder`, true],
  ]);
  expect(body.series.map(({ energyKwh }) => energyKwh[0])).toEqual([12, 6, 54]);
  expect(body.series.reduce((sum, { total }) => sum + total.energyKwh!, 0)).toBe(body.total.energyKwh);
});

test("a remainder is unknown where a sub-meter is, and says why", async () => {
  const body = await ask("from=2026-03-10T23:00:00Z&to=2026-03-11T23:00:00Z&by=day&groupBy=meter&energy=electricity");
  expect(body.series.map(({ energyKwh, missingShare }) => [energyKwh[0], missingShare[0]])).toEqual([
    [12, 0],
    [null, 1],
    [null, 1],
  ]);
  expect(body.total).toMatchObject({ energyKwh: 72, missingShare: 0 });
});

test("the same dates a year earlier stand beside, weekday for weekday by week", async () => {
  const body = await ask("from=2026-09-14T00:00:00Z&to=2026-09-16T00:00:00Z&by=week&compare=previous_year");
  expect(body.localStarts).toEqual(["2026-09-14T00:00:00+02:00"]);
  expect(body.previous!.localStarts).toEqual(["2025-09-15T00:00:00+02:00"]);
  const months = await ask("from=2026-02-10T00:00:00Z&to=2026-02-11T00:00:00Z&by=month&compare=previous_year");
  expect(months.previous).toMatchObject({
    localStarts: ["2025-02-01T00:00:00+01:00"],
    total: { energyKwh: null, missingShare: 1 },
  });
});

test("water has m³ and no kWh, and takes none from the total", async () => {
  const body = await ask(`${week}&by=day`);
  expect(body.series.map(({ energy, nativeUnit, total }) => [energy, nativeUnit, total.energyKwh])).toEqual([
    ["electricity", "kW.h", 504],
    ["water", "m3", null],
  ]);
  expect(round(body.series[1]!.native)).toEqual([2.4, 2.4, 2.4, 2.4, 2.4, 2.4, 2.4]);
  expect(body).toMatchObject({ floorAreaM2: 500, heatingKd: null, total: { native: null } });
});

test("what is known but has no kWh makes its total unknown, never smaller", async () => {
  const day = "from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z&by=hour&energy=electricity";
  await api.pool.query(
    "update consumption set energy_kwh = null where register_id = (select id from register where uuid = $1) and hour = '2026-05-01 10:00Z'",
    [mainRegister],
  );
  const body = await ask(day);
  expect(body.series[0]!.energyKwh.filter((kwh) => kwh === null)).toHaveLength(1);
  expect(body.total.energyKwh).toBe(null);
});

test("emissions come with the factors they were made of; without a contract there is no cost", async () => {
  const { total, factors, currency, series } = await ask(`${week}&by=month&energy=electricity`);
  expect(total.kgCo2e).toBeGreaterThan(0);
  expect(total.cost).toBe(null);
  expect(currency).toBe(null);
  expect(factors.length).toBeGreaterThan(0);
  expect(factors.every(({ source, year }) => source.length > 0 && year! >= 2010)).toBe(true);
  expect(series[0]!.kgCo2e).toHaveLength(1);
});

test("an organisation adds up its buildings, a meter is its own scope", async () => {
  const organisation = (await api.get<Analysis>(`/organisations/${commune}/analysis?${week}&by=day&groupBy=building`))
    .body;
  expect(organisation.series).toMatchObject([{ key: building, label: "École Jean-Moulin" }]);
  const uses = (
    await api.get<Analysis>(`/organisations/${commune}/analysis?${week}&by=day&groupBy=building_use&energy=electricity`)
  ).body;
  expect(uses.series).toMatchObject([{ key: "school", total: { energyKwh: 504 } }]);
  const meter = (await api.get<Analysis>(`/meters/${heating}/analysis?${week}&by=day`)).body;
  expect(meter).toMatchObject({ scope: { kind: "meter", name: "CVC" }, total: { energyKwh: 84 } });
});

test("as of an instant it is what was known then", async () => {
  await api.pool.query(
    "update consumption set known_since = '2026-06-01' where register_id = (select id from register where uuid = $1)",
    [heatingRegister],
  );
  const url = `/meters/${heating}/analysis?${week}&by=day`;
  const before = (await api.get<Analysis>(`${url}&asOf=2026-05-01T00:00:00Z`)).body;
  const after = (await api.get<Analysis>(`${url}&asOf=2026-06-02T00:00:00Z`)).body;
  expect([before, after].map(({ total }) => [total.energyKwh, total.missingShare])).toEqual([
    [null, 1],
    [84, 0],
  ]);
});

test("refuses what nobody could look at", async () => {
  const answer = await api.get<Problem>(
    `/buildings/${building}/analysis?from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&by=hour`,
  );
  expect([answer.status, answer.body.code]).toEqual([422, "period_too_long"]);
});

test("what used nothing emitted nothing, which is not the same as an unknown emission", async () => {
  const idle = await world.building(await world.site(commune));
  const register = await world.register(await world.meter(idle), {});
  await fillConsumption(api.pool, register, { from: "2026-01-31T23:00:00Z", to: "2026-02-28T23:00:00Z", kwhSql: "0" });
  const url = `/buildings/${idle}/analysis?from=2026-01-31T23:00:00Z&to=2026-03-31T22:00:00Z&by=month`;
  const { series } = (await api.get<Analysis>(url)).body;
  expect(series[0]).toMatchObject({ kgCo2e: [0, null], primaryKwh: [0, null] });
});

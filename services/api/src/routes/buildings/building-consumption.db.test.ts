import type { ConsumptionColumns } from "@gtb/contracts/consumption";
import type { Problem } from "@gtb/contracts/problem";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const building = await world.building(await world.site(await world.commune()));
const meter = await world.meter(building);
const pointOf = (name: string) =>
  world.point(building, { name, quantity: "active-energy", unit: "kW.h", kind: "counter" });
const register = await world.register(meter, { point: await pointOf("A") });
const subMeter = await world.meter(building, { name: "CVC", parent: meter });
const subRegister = await world.register(subMeter, { point: await pointOf("B") });
const water = await world.meter(building, { name: "Eau", energy: "water" });
const waterRegister = await world.register(water, {
  quantity: "volume",
  unit: "m3",
  point: await world.point(building, { name: "C", quantity: "volume", unit: "m3", kind: "counter" }),
});

beforeAll(async () => {
  await fillConsumption(api.pool, register, { from: "2025-12-31T23:00:00Z", to: "2026-11-23T23:00:00Z", kwhSql: "1" });
  await fillConsumption(api.pool, subRegister, {
    from: "2026-01-01T00:00:00Z",
    to: "2026-11-01T00:00:00Z",
    kwhSql: "0.4",
  });
  await fillConsumption(api.pool, waterRegister, {
    from: "2026-06-01T00:00:00Z",
    to: "2026-06-02T00:00:00Z",
    kwhSql: "0.1",
  });
  await api.pool.query(
    "update consumption set energy_kwh = null where register_id = (select id from register where uuid = $1)",
    [waterRegister],
  );
});

const consumption = async (query: string) =>
  (await api.get<ConsumptionColumns>(`/buildings/${building}/consumption?${query}`)).body;

test("the days on which the clocks change have 23 and 25 hours", async () => {
  const march = await consumption("from=2026-03-27T23:00:00Z&to=2026-03-30T22:00:00Z&by=day&energy=electricity");
  expect(march.localStarts).toEqual([
    "2026-03-28T00:00:00+01:00",
    "2026-03-29T00:00:00+01:00",
    "2026-03-30T00:00:00+02:00",
  ]);
  expect(march.series[0]).toMatchObject({
    energyKwh: [24, 23, 24],
    measuredShare: [1, 1, 1],
    missingShare: [0, 0, 0],
  });
  const october = await consumption("from=2026-10-24T22:00:00Z&to=2026-10-25T23:00:00Z&by=day&energy=electricity");
  expect(october.series[0]!.energyKwh).toEqual([25]);
  const hours = await consumption("from=2026-10-24T22:00:00Z&to=2026-10-25T23:00:00Z&by=hour&energy=electricity");
  expect(hours.starts).toHaveLength(25);
  expect(hours.localStarts.slice(2, 4)).toEqual(["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"]);
});

test("months follow local midnight and the period is widened to whole ones", async () => {
  const body = await consumption("from=2026-02-10T00:00:00Z&to=2026-03-15T00:00:00Z&by=month&energy=electricity");
  expect(body).toMatchObject({ from: "2026-01-31T23:00:00.000Z", to: "2026-03-31T22:00:00.000Z" });
  expect(body.series[0]!.energyKwh).toEqual([28 * 24, 31 * 24 - 1]);
});

test("an hour without a row is missing, never 0, and sub-meters are not added to their parent", async () => {
  await api.pool.query(
    `delete from consumption where register_id = (select id from register where uuid = $1)
        and hour >= '2026-05-10 22:00Z' and hour < '2026-05-12 10:00Z'`,
    [register],
  );
  const body = await consumption("from=2026-05-09T22:00:00Z&to=2026-05-12T22:00:00Z&by=day&energy=electricity");
  expect(body.series[0]).toMatchObject({
    energyKwh: [24, null, 12],
    measuredShare: [1, 0, 0.5],
    missingShare: [0, 1, 0.5],
  });
});

test("days to come are left out, and today is expected up to now only", async () => {
  await fillConsumption(api.pool, register, { from: "2026-11-23T23:00:00Z", to: "2026-11-24T10:00:00Z", kwhSql: "1" });
  const body = await consumption("from=2026-11-22T23:00:00Z&to=2026-11-29T23:00:00Z&by=day&energy=electricity");
  expect(body.starts).toHaveLength(2);
  const [series] = body.series;
  expect(series!.energyKwh).toEqual([24, 11]);
  expect(series!.missingShare[1]).toBeCloseTo(0.5 / 11.5, 6);
});

test("water has its own unit and no kWh; every energy has its series", async () => {
  const body = await consumption("from=2026-05-31T22:00:00Z&to=2026-06-01T22:00:00Z&by=day");
  expect(body.series.map((series) => [series.energy, series.nativeUnit, series.energyKwh[0]])).toEqual([
    ["electricity", "kW.h", 24],
    ["water", "m3", null],
  ]);
  expect(body.series[1]!.native[0]).toBeCloseTo(2.2, 6);
});

test("a sub-meter has its own consumption", async () => {
  const { body } = await api.get<ConsumptionColumns>(
    `/meters/${subMeter}/consumption?from=2026-02-01T23:00:00Z&to=2026-02-02T23:00:00Z&by=day`,
  );
  expect(body).toMatchObject({ building, meter: subMeter });
  expect(body.series[0]!.energyKwh[0]).toBeCloseTo(9.6, 6);
});

test("after an exchange only the register that reads a point is expected", async () => {
  const exchanged = await world.building(await world.site(await world.commune()), { name: "Gymnase" });
  const point = (name: string) =>
    world.point(exchanged, { name, quantity: "active-energy", unit: "kW.h", kind: "counter" });
  const before = await world.register(await world.meter(exchanged), { point: await point("A") });
  const change = "2026-04-10T10:00:00Z";
  await api.pool.query(
    "update register_point set valid = tstzrange('-infinity', $2) where register_id = (select id from register where uuid = $1)",
    [before, change],
  );
  const after = await world.register(await world.meter(exchanged, { name: "Nouveau" }), {
    point: await point("B"),
    validFrom: change,
  });
  await fillConsumption(api.pool, before, { from: "2026-04-09T22:00:00Z", to: change, kwhSql: "1" });
  await fillConsumption(api.pool, after, { from: change, to: "2026-04-10T22:00:00Z", kwhSql: "1" });
  const { body } = await api.get<ConsumptionColumns>(
    `/buildings/${exchanged}/consumption?from=2026-04-09T22:00:00Z&to=2026-04-10T22:00:00Z&by=day`,
  );
  expect(body.series[0]).toMatchObject({ energyKwh: [24], measuredShare: [1], missingShare: [0] });
});

test("a period too long for the step is refused with its bound and what to do", async () => {
  const answer = await api.get<Problem>(
    `/buildings/${building}/consumption?from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z&by=hour`,
  );
  expect(answer).toMatchObject({ status: 422, body: { code: "period_too_long" } });
  expect(answer.body.detail).toContain("100 days");
});

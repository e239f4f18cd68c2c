import type { Analysis } from "@gtb/contracts/analysis";
import type { ConsumptionColumns } from "@gtb/contracts/consumption";
import type { MeterBalance } from "@gtb/contracts/meter-balance";
import type { Meter } from "@gtb/contracts/meters";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const building = await world.building(await world.site(await world.commune()));
const counter = (name: string) =>
  world.point(building, { name, quantity: "active-energy", unit: "kW.h", kind: "counter" });
const main = await world.meter(building);
const heating = await world.meter(building, { name: "CVC", parent: main });
const light = await world.meter(building, { name: "Éclairage", parent: main });
const gas = await world.meter(building, { name: "Gaz", energy: "gas", parent: main });
const lone = await world.meter(building, { name: "Seul" });
const registers = {
  main: await world.register(main, { point: await counter("A") }),
  heating: await world.register(heating, { point: await counter("B") }),
  light: await world.register(light, { point: await counter("C") }),
  gas: await world.register(gas, { point: await counter("D") }),
  lone: await world.register(lone, { point: await counter("E") }),
};
const virtual = (
  await api.post<Meter>("/virtual-meters", {
    building,
    name: "Reste",
    energy: "electricity",
    validFrom: "2026-03-02T23:00:00Z",
    expression: { op: "difference", from: { meter: main }, minus: [{ meter: heating }] },
  })
).body;

// Seven local days; the light is known for three, and counts more than all on the third.
const week = { from: "2026-03-01T23:00:00Z", to: "2026-03-08T23:00:00Z" };
const asked = `from=${week.from}&to=${week.to}`;

beforeAll(async () => {
  await fillConsumption(api.pool, registers.main, { ...week, kwhSql: "4" });
  await fillConsumption(api.pool, registers.heating, { ...week, kwhSql: "1" });
  const lightKwh = "case when hour < '2026-03-03T23:00:00Z' then 1 else 5 end";
  await fillConsumption(api.pool, registers.light, { ...week, to: "2026-03-04T23:00:00Z", kwhSql: lightKwh });
  await fillConsumption(api.pool, registers.gas, { ...week, kwhSql: "100" });
  await fillConsumption(api.pool, registers.lone, { ...week, kwhSql: "2" });
  const half = { from: "2026-03-02T23:00:00Z", to: "2026-03-05T11:00:00Z", kwhSql: "3" };
  await fillConsumption(api.pool, virtual.registers[0]!.id, half);
});

const balanceOf = async (meter: string, query = `${asked}&by=day`) =>
  (await api.get<MeterBalance>(`/meters/${meter}/balance?${query}`)).body;

test("sub-meters and remainder are the parent in every step, and what is unknown of one leaves no remainder", async () => {
  const { parent, children, childrenSum, remainder, starts } = await balanceOf(main);
  expect(starts).toHaveLength(7);
  expect(parent.energyKwh).toEqual(Array.from({ length: 7 }, () => 96));
  expect(children.map(({ name }) => name)).toEqual(["CVC", "Éclairage"]);
  expect(children[1]!.energyKwh).toEqual([24, 24, 120, null, null, null, null]);
  expect(childrenSum.energyKwh).toEqual([48, 48, 144, null, null, null, null]);
  expect(remainder.energyKwh).toEqual([48, 48, -48, null, null, null, null]);
});

test("a remainder below zero is said, with its reason, and shares compare what both know", async () => {
  const { children, childrenSum, remainder } = await balanceOf(main);
  expect(remainder.isNegative).toEqual([false, false, true, false, false, false, false]);
  expect(remainder.reasons[2]).toContain("negativeRemainder");
  expect(children.map(({ shareOfParent }) => shareOfParent)).toEqual([0.25, 168 / 288]);
  expect(childrenSum.shareOfParent! + remainder.shareOfParent!).toBeCloseTo(1, 9);
  expect(remainder.missingShare).toEqual([0, 0, 0, 1, 1, 1, 1]);
});

test("by hour and by week it is the same energy; without sub-meters all of it is the remainder", async () => {
  const [hours, weeks] = [await balanceOf(main, `${asked}&by=hour`), await balanceOf(main, `${asked}&by=week`)];
  expect(hours.starts).toHaveLength(168);
  expect([hours.parent.total.energyKwh, weeks.parent.total.energyKwh]).toEqual([672, 672]);
  const alone = await balanceOf(lone, `${asked}&by=week`);
  expect(alone).toMatchObject({ children: [], remainder: { energyKwh: [336], shareOfParent: 1, isNegative: [false] } });
});

test("before anything was known the parent is unknown, as of then", async () => {
  const then = await balanceOf(main, `${asked}&by=day&asOf=2020-01-01T00:00:00Z`);
  expect(then.parent.energyKwh).toEqual(Array.from({ length: 7 }, () => null));
  expect((await balanceOf(main, `${asked}&by=day&asOf=2100-01-01T00:00:00Z`)).parent.total.energyKwh).toBe(672);
});

test("a virtual meter's hours are expected for as long as it has a formula, in consumption and analysis alike", async () => {
  const read = async <T>(what: string) => (await api.get<T>(`/meters/${virtual.id}/${what}?${asked}&by=day`)).body;
  const { series } = await read<ConsumptionColumns>("consumption");
  expect(series[0]!.energyKwh).toEqual([null, 72, 72, 36, null, null, null]);
  expect(series[0]!.missingShare).toEqual([1, 0, 0, 0.5, 1, 1, 1]);
  // Six days of a formula: 60 of their 144 hours are known.
  expect((await read<Analysis>("analysis")).total.missingShare).toBeCloseTo(1 - 60 / 144, 6);
});

test("a meter that is not there and a period that is too long are refused", async () => {
  const { status } = await api.get(`/meters/${crypto.randomUUID()}/balance?${asked}&by=day`);
  expect(status).toBe(404);
  const long = await api.get(`/meters/${main}/balance?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&by=hour`);
  expect(long).toMatchObject({ status: 422, body: { code: "period_too_long" } });
});

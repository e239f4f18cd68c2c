import type { Meter } from "@gtb/contracts/meters";
import type { Problem } from "@gtb/contracts/problem";
import type { Register } from "@gtb/contracts/registers";
import type { Site } from "@gtb/contracts/sites";
import type { Zone } from "@gtb/contracts/zones";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const site = await world.site(await world.commune());
const building = await world.building(site);
const point = await world.point(building, { name: "Impulsions", quantity: "pulse-count", unit: "1", kind: "counter" });
const meter = await world.meter(building, { serialNumber: "A-1" });

test("site, zone and meter are read as they were created", async () => {
  expect((await api.get<Site>(`/sites/${site}`)).body).toMatchObject({
    id: site,
    name: "Centre",
    communeCode: "27229",
  });
  const zone = await world.zone(building, "Chaufferie");
  expect((await api.get<Zone>(`/zones/${zone}`)).body).toEqual({ id: zone, building, name: "Chaufferie", floor: null });
  expect((await api.get<Meter>(`/meters/${meter}`)).body).toMatchObject({
    id: meter,
    serialNumber: "A-1",
    registers: [],
  });
  const twice = await api.post<Problem>("/zones", { building, name: "Chaufferie" });
  expect(twice).toMatchObject({ status: 409, body: { code: "already_exists" } });
});

test("a register has its point and how its counts are meant", async () => {
  const parameters = { wrapsAt: 2 ** 32, unitPerCount: 0.001, maxPerHour: 60 };
  const register = await world.register(meter, { point, parameters });
  expect((await api.get<Register>(`/registers/${register}`)).body).toMatchObject({
    id: register,
    meter,
    point,
    direction: "import",
  });
  const { rows } = await api.pool.query(
    `select wraps_at, unit_per_count, ct_ratio, max_per_hour from register_parameter p join register r on r.id = p.register_id where r.uuid = $1`,
    [register],
  );
  expect(rows).toEqual([{ wraps_at: 2 ** 32, unit_per_count: 0.001, ct_ratio: 1, max_per_hour: 60 }]);
});

test("a point that a register reads is not read by another at the same time", async () => {
  const other = await world.meter(building, { name: "Autre" });
  const body = {
    meter: other,
    name: "Index",
    quantity: "active-energy",
    unit: "kW.h",
    point,
    parameters: { maxPerHour: 1 },
  };
  expect(await api.post<Problem>("/registers", body)).toMatchObject({
    status: 409,
    body: { code: "assignment_overlaps" },
  });
  expect(await api.post<Problem>("/registers", { ...body, unit: "m3" })).toMatchObject({
    status: 422,
    body: { code: "unit_does_not_fit" },
  });
});

test("nobody hangs a meter or a register on another organisation's", async () => {
  const elsewhere = await world.building(await world.site(await world.commune("Bernay")));
  const foreignMeter = await world.meter(elsewhere);
  const meterBody = { building, name: "X", energy: "electricity", parent: foreignMeter };
  expect(await api.post<Problem>("/meters", meterBody)).toMatchObject({
    status: 422,
    body: { code: "unknown_reference" },
  });
  const body = {
    meter: foreignMeter,
    name: "X",
    quantity: "active-energy",
    unit: "kW.h",
    point,
    parameters: { maxPerHour: 1 },
  };
  expect(await api.post<Problem>("/registers", body)).toMatchObject({
    status: 422,
    body: { code: "unknown_reference" },
  });
});

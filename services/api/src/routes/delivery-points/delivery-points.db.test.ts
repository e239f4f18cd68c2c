import type { DeliveryPoint } from "@gtb/contracts/delivery-points";
import type { Problem } from "@gtb/contracts/problem";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const building = await world.building(await world.site(await world.commune()));
const meter = await world.meter(building, { energy: "gas" });
const register = await world.register(meter, { quantity: "volume", unit: "m3" });
const nobody = "00000000-0000-4000-8000-000000000000";

test("a delivery point takes its meter's energy and building, and its coefficients ask for the kWh again", async () => {
  const place = await api.post<DeliveryPoint>("/delivery-points", { meter, number: "GI123456" });
  expect(place).toMatchObject({
    status: 201,
    body: { building, energy: "gas", number: "GI123456", gasCoefficientCount: 0 },
  });
  await api.pool.query("delete from job");
  const january = { from: "2026-01-01T00:00:00+01:00", to: "2026-02-01T00:00:00+01:00", kwhPcsPerM3: 11.2 };
  const url = `/delivery-points/${place.body.id}/gas-coefficients`;
  expect(await api.post(url, { source: "facture", coefficients: [january] })).toMatchObject({
    status: 201,
    body: { gasCoefficientCount: 1 },
  });
  const { rows } = await api.pool.query(
    "select j.payload ->> 'from' as from, r.uuid from job j join register r on r.id = (j.payload -> 'registerIds' ->> 0)::bigint where j.kind = 'recompute'",
  );
  expect(rows).toEqual([{ from: expect.stringContaining("2025-12-31T23:00:00"), uuid: register }]);
  expect(await api.post<Problem>(url, { source: "facture", coefficients: [january] })).toMatchObject({ status: 409 });
});

test("nonsense is refused: a coefficient that no gas has, a period that ends before it begins, places that are not", async () => {
  const place = await api.post<DeliveryPoint>("/delivery-points", { meter, number: "GI9" });
  const url = `/delivery-points/${place.body.id}/gas-coefficients`;
  const period = { from: "2026-03-01T00:00:00Z", to: "2026-02-01T00:00:00Z", kwhPcsPerM3: 11 };
  expect((await api.post<Problem>(url, { source: "f", coefficients: [period] })).status).toBe(400);
  const absurd = { ...period, to: "2026-04-01T00:00:00Z", kwhPcsPerM3: 112 };
  expect((await api.post<Problem>(url, { source: "f", coefficients: [absurd] })).status).toBe(400);
  const elsewhere = { source: "f", coefficients: [{ ...absurd, kwhPcsPerM3: 11.2 }] };
  expect((await api.post<Problem>(`/delivery-points/${nobody}/gas-coefficients`, elsewhere)).status).toBe(404);
  expect((await api.post<Problem>("/delivery-points", { meter: nobody, number: "1" })).status).toBe(422);
});

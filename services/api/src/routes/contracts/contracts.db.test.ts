import type { DeliveryPointList } from "@gtb/contracts/delivery-points";
import type { EnergyFactor, EnergyFactorList } from "@gtb/contracts/energy-factors";
import type { InvoiceList, Reconciliation } from "@gtb/contracts/invoices";
import type { Problem } from "@gtb/contracts/problem";
import type { Contract, ContractList } from "@gtb/contracts/supply-contracts";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const building = await world.building(await world.site(commune));
const nobody = "00000000-0000-4000-8000-000000000000";

async function createPlace(number: string, given = {}): Promise<{ meter: string; place: string; register: string }> {
  const meter = await world.meter(building, { name: `Compteur ${number}`, ...given });
  const register = await world.register(meter, {});
  const { body } = await api.post<{ id: string }>("/delivery-points", { meter, number });
  return { meter, place: body.id, register };
}
const contractOf = (deliveryPoint: string, given = {}) => ({
  deliveryPoint,
  supplier: "Fournisseur",
  from: "2026-01-01",
  prices: [
    { label: "Énergie", kind: "per_kwh", amount: 0.1, vatPercent: 20 },
    { label: "Abonnement", kind: "per_day", amount: 1, vatPercent: 5.5 },
  ],
  ...given,
});
const etagOf = async (url: string) => ({ "if-match": String((await api.get(url)).headers["etag"]) });

test("a delivery point has no contract until it is given one; an edit is another version, a withdrawal takes it away", async () => {
  const { place } = await createPlace("PRM1");
  const mine = async () =>
    (await api.get<DeliveryPointList>(`/delivery-points?organisation=${commune}`)).body.items.find(
      ({ id }) => id === place,
    );
  expect(await mine()).toMatchObject({
    contract: null,
    building: { id: building },
    meters: [{ name: "Compteur PRM1" }],
  });
  const made = await api.post<Contract>("/contracts", contractOf(place));
  expect(made).toMatchObject({
    status: 201,
    body: { currency: "EUR", versionCount: 1, prices: [{ amount: 0.1 }, {}] },
  });
  expect(await mine()).toMatchObject({
    contract: { id: made.body.id, supplier: "Fournisseur", to: null, priceCount: 2 },
  });
  expect(await api.get(`/delivery-points/${place}`)).toMatchObject({
    status: 200,
    body: { number: "PRM1", building: { id: building }, contract: { id: made.body.id } },
  });
  expect((await api.get(`/delivery-points/${nobody}`)).status).toBe(404);
  const url = `/contracts/${made.body.id}`;
  const tag = await etagOf(url);
  const { deliveryPoint: _, ...said } = contractOf(place, { supplier: "Autre", to: "2027-01-01" });
  const edited = await api.patch<Contract>(url, said, tag);
  expect(edited).toMatchObject({ status: 200, body: { supplier: "Autre", to: "2027-01-01", versionCount: 2 } });
  expect(await api.patch<Problem>(url, said, tag)).toMatchObject({ status: 412 });
  const listed = await api.get<ContractList>(`/contracts?deliveryPoint=${place}`);
  expect(listed.body.items).toMatchObject([{ id: made.body.id, supplier: "Autre" }]);
  expect((await api.remove(url)).status).toBe(200);
  expect((await api.get(url)).status).toBe(404);
  expect(
    (await api.get<DeliveryPointList>("/delivery-points?without=contract")).body.items.map(({ id }) => id),
  ).toContain(place);
  const kept = await api.pool.query("select supplier from contract_version order by id");
  expect(kept.rows).toEqual([{ supplier: "Fournisseur" }, { supplier: "Autre" }]);
});

test("nonsense is refused: contracts that overlap, prices per kVA without power, a place that is not", async () => {
  const { place } = await createPlace("PRM2");
  await api.post("/contracts", contractOf(place));
  expect(await api.post<Problem>("/contracts", contractOf(place, { from: "2026-06-01" }))).toMatchObject({
    status: 409,
    body: { code: "contract_overlaps" },
  });
  const perKva = [{ label: "Part fixe", kind: "per_kva_year", amount: 5, vatPercent: 5.5 }];
  const late = { from: "2020-01-01", to: "2021-01-01" };
  expect((await api.post<Problem>("/contracts", contractOf(place, { ...late, prices: perKva }))).status).toBe(400);
  const powered = contractOf(place, { ...late, prices: perKva, subscribedPowerKva: 36 });
  expect((await api.post<Problem>("/contracts", powered)).status).toBe(201);
  expect((await api.post<Problem>("/contracts", contractOf(place, { to: "2025-01-01" }))).status).toBe(400);
  expect((await api.post<Problem>("/contracts", contractOf(nobody))).status).toBe(422);
});

test("an invoice is held against what was measured and against the contract", async () => {
  const { place, register } = await createPlace("PRM3");
  await api.post("/contracts", contractOf(place));
  await api.pool.query(
    `insert into consumption_day (register_id, day, native, energy_kwh, measured_hours, estimated_hours, day_hours)
     select r.id, d, 10, 10, 24, 0, 24 from register r, generate_series('2026-01-01'::date, '2026-01-31', '1 day') d where r.uuid = $1`,
    [register],
  );
  const invoice = {
    deliveryPoint: place,
    number: "F-1",
    issuedOn: "2026-02-03",
    from: "2026-01-01",
    to: "2026-02-01",
    kind: "actual",
    energyKwh: 310,
    amountExclTax: 62,
  };
  const made = await api.post<{ id: string }>("/invoices", invoice);
  expect(made.status).toBe(201);
  expect(await api.post<Problem>("/invoices", invoice)).toMatchObject({
    status: 409,
    body: { code: "already_exists" },
  });
  await api.post("/invoices", { ...invoice, number: "F-2", energyKwh: 620, amountExclTax: 93 });
  await api.post("/invoices", { ...invoice, number: "F-3", from: null, to: null, issuedOn: "2026-01-02" });
  const { body, status } = await api.get<Reconciliation>(`/delivery-points/${place}/reconciliation`);
  expect(status).toBe(200);
  const byNumber = Object.fromEntries(body.items.map((item) => [item.invoice.number, item]));
  expect(byNumber["F-1"]).toMatchObject({
    measured: 310,
    completeness: 1,
    difference: 0,
    quantityVerdict: "agrees",
    expectedExclTax: 62,
    priceVerdict: "agrees",
  });
  expect(byNumber["F-2"]).toMatchObject({
    difference: 310,
    parts: [
      { cause: "period_edges", quantity: 20 },
      { cause: "unexplained", quantity: 290 },
    ],
    quantityVerdict: "differs",
    priceVerdict: "agrees",
  });
  expect(byNumber["F-3"]).toMatchObject({ quantityVerdict: "unknown", priceVerdict: "unknown" });
  expect((await api.remove(`/invoices/${made.body.id}`)).status).toBe(200);
  const left = await api.get<InvoiceList>(`/invoices?deliveryPoint=${place}`);
  expect(left.body.items.map(({ number }) => number)).toEqual(["F-2", "F-3"]);
});

test("one counter on a contract of two classes is billed by the hours of its schedule", async () => {
  const { place, register } = await createPlace("PRM5");
  const price = (tariffClass: string, amount: number) => ({
    label: `Énergie ${tariffClass}`,
    kind: "per_kwh",
    tariffClass,
    amount,
    vatPercent: 20,
  });
  const schedule = { rules: [{ tariffClass: "HC", hours: [{ from: "22:30", to: "06:00" }] }], otherwise: "HP" };
  await api.post("/contracts", contractOf(place, { schedule, prices: [price("HP", 1), price("HC", 0.25)] }));
  // March has the short day; a night hour is used twice as much as one of the day.
  await api.pool.query(
    `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
     select r.id, h, used, used, 1, 0, 0 from register r,
            lateral (select h, case when extract(hour from h at time zone 'Europe/Paris') < 6 then 2 else 1 end as used
                       from generate_series('2026-03-01T00:00+01'::timestamptz, '2026-03-31T23:00+02', '1 hour') h) s
      where r.uuid = $1`,
    [register],
  );
  const [hc, hp] = [31 * (6 * 2 + 1.5) - 2, 31 * 16.5];
  await api.post("/invoices", {
    deliveryPoint: place,
    number: "F-HC",
    issuedOn: "2026-04-02",
    from: "2026-03-01",
    to: "2026-04-01",
    kind: "actual",
    energyKwh: hc + hp,
    amountExclTax: Math.round((hc * 0.25 + hp) * 100) / 100,
  });
  const { body } = await api.get<Reconciliation>(`/delivery-points/${place}/reconciliation`);
  expect(body.items).toMatchObject([{ completeness: 1, quantityVerdict: "agrees", priceVerdict: "agrees" }]);
  expect(body.items[0]?.measured).toBeCloseTo(hc + hp, 6);
  expect(body.items[0]?.expectedExclTax).toBeCloseTo(hc * 0.25 + hp, 6);
});

test("a meter whose contracts change their currency says so, and each price names its contract in the log", async () => {
  const { place } = await createPlace("PRM6");
  const { body } = await api.post<Contract>("/contracts", contractOf(place, { to: "2026-02-01" }));
  await api.post("/contracts", contractOf(place, { from: "2026-02-01", currency: "CHF" }));
  const period = "from=2026-01-01T00:00:00%2B01:00&to=2027-01-01T00:00:00%2B01:00";
  expect(await api.get<Problem>(`/buildings/${building}/analysis?${period}&by=month`)).toMatchObject({
    status: 409,
    body: { code: "mixed_currencies" },
  });
  const logged = await api.pool.query(
    "select distinct object from audit_event where object_kind = 'contract_price' and object = $1",
    [body.id],
  );
  expect(logged.rows).toEqual([{ object: body.id }]);
});

test("a factor of some months takes the place of another there only; an organisation has its own, the platform's are the agency's", async () => {
  const factors = async (client: Pick<typeof api, "get"> = api) =>
    (await client.get<EnergyFactorList>("/energy-factors")).body.items.filter(
      ({ kind, energy }) => kind === "co2e" && energy === "heat",
    );
  const own = {
    organisation: commune,
    kind: "co2e",
    energy: "heat",
    value: 0.04,
    basis: "final",
    year: 2026,
    source: "Réseau",
    from: "2026-01-01",
  };
  expect(await api.post<EnergyFactor>("/energy-factors", own)).toMatchObject({
    status: 201,
    body: { organisation: { id: commune } },
  });
  const { body: march } = await api.post<EnergyFactor>("/energy-factors", {
    ...own,
    value: 0.05,
    from: "2026-03-01",
    to: "2026-04-01",
  });
  expect((await factors()).map(({ from, to, value }) => [from, to, value])).toEqual([
    ["2018-01-01", null, 0.116],
    ["2026-01-01", "2026-03-01", 0.04],
    ["2026-03-01", "2026-04-01", 0.05],
    ["2026-04-01", null, 0.04],
  ]);
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  const admin = api.as((await createTestUser(api.pool, "organisation_admin", rows[0]?.id ?? 0)).token);
  expect((await admin.post<Problem>("/energy-factors", { ...own, organisation: null })).status).toBe(403);
  expect((await admin.remove(`/energy-factors/${march.id}`)).status).toBe(200);
  expect(await factors(admin)).toHaveLength(3);
  const platform = (await factors(admin)).find(({ organisation }) => organisation === null);
  expect((await admin.remove(`/energy-factors/${platform?.id}`)).status).toBe(404);
  expect((await api.post<Problem>("/energy-factors", { ...own, from: "2026-01-15" })).status).toBe(400);
  expect((await api.post<Problem>("/energy-factors", { ...own, organisation: nobody })).status).toBe(422);
});

test("who may only read sees contracts and changes none", async () => {
  const { place } = await createPlace("PRM4");
  const { body } = await api.post<Contract>("/contracts", contractOf(place));
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  const reader = api.as((await createTestUser(api.pool, "reader", rows[0]?.id ?? 0)).token);
  expect((await reader.get(`/contracts/${body.id}`)).status).toBe(200);
  expect((await reader.post("/contracts", contractOf(place))).status).toBe(403);
  expect((await reader.remove(`/contracts/${body.id}`)).status).toBe(403);
});

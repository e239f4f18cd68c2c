import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, expect, test } from "vitest";
import { createPool } from "../pool.ts";
import { type BilledMeter, createBilledMeter } from "../testing/billed-meter.ts";
import { insertContract } from "./insert-contract.ts";
import { listCosts } from "./list-costs.ts";
import { listEmissions } from "./list-emissions.ts";
import type { ContractToStore, PriceToStore } from "./store-contract-version.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "test" });
afterAll(() => pool.end());
const timeZone = "Europe/Paris";
const paris = (day: string, summer = false) => new Date(`${day}T00:00:00+0${summer ? 2 : 1}:00`);

interface TestPrice extends Partial<PriceToStore> {
  readonly kind: PriceToStore["kind"];
  readonly amount: number;
}

function addContract(at: BilledMeter, prices: readonly TestPrice[], given: Partial<ContractToStore> = {}) {
  const usual = { tariffClass: null, isTax: false, vatPercent: 20, from: null, to: null };
  return insertContract(pool, at.deliveryPoint, {
    supplier: "Fournisseur",
    reference: null,
    preset: null,
    currency: "EUR",
    subscribedPowerKva: 10,
    schedule: null,
    from: "2025-01-01",
    to: null,
    prices: prices.map((price, index) => ({ ...usual, label: `Composante ${index}`, ...price })),
    ...given,
  });
}

/** The same kWh every hour of [from, to), and the days and months that they add up to. */
async function use(registerId: number, from: Date, to: Date, kwh: number) {
  await pool.query(
    `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
     select $1, t, $4, $4, 1, 0, 0 from generate_series($2::timestamptz, $3::timestamptz - interval '1 hour', '1 hour') t`,
    [registerId, from, to, kwh],
  );
  for (const [table, step] of [
    ["consumption_day", "day"],
    ["consumption_month", "month"],
  ] as const) {
    await pool.query(
      `insert into ${table} (register_id, ${step}, native, energy_kwh, measured_hours, estimated_hours, ${step}_hours)
       select register_id, date_trunc('${step}', hour at time zone 'Europe/Paris')::date, sum(native), sum(energy_kwh), count(*), 0, count(*)
         from consumption where register_id = $1 group by 1, 2
       on conflict (register_id, ${step}) do update set native = excluded.native, energy_kwh = excluded.energy_kwh`,
      [registerId],
    );
  }
}

const bare = { meterIds: [] as number[], timeZone };
const round = (value: number) => Math.round(value * 1e6) / 1e6;

test("hours, days and months of one use cost the same, a price that changes inside a month is split at its day", async () => {
  const at = await createBilledMeter(pool, { code: "27101" });
  await addContract(at, [
    { kind: "per_kwh", amount: 0.1, to: "2026-03-15" },
    { kind: "per_kwh", amount: 0.2, from: "2026-03-15" },
    { kind: "per_year", amount: 365 },
  ]);
  await use(at.registerId, paris("2026-03-01"), paris("2026-04-01", true), 1);
  const request = { ...bare, meterIds: [at.meterId], from: paris("2026-03-01"), to: paris("2026-04-01", true) };
  for (const by of ["hour", "day", "week", "month"] as const) {
    const rows = await listCosts(pool, { ...request, by });
    const sum = (field: "variableExclTax" | "variableInclTax" | "fixedExclTax" | "costedKwh" | "energyKwh") =>
      round(rows.reduce((total, row) => total + (row[field] ?? 0), 0));
    // 14 days of 24 h, then 17 days of which one has 23 h.
    expect([by, sum("variableExclTax")]).toEqual([by, round(14 * 24 * 0.1 + (17 * 24 - 1) * 0.2)]);
    expect([by, sum("variableInclTax")]).toEqual([by, round(1.2 * (14 * 24 * 0.1 + (17 * 24 - 1) * 0.2))]);
    expect([by, sum("fixedExclTax")]).toEqual([by, 31]);
    expect([by, sum("costedKwh"), sum("energyKwh")]).toEqual([by, 743, 743]);
  }
  const hours = await listCosts(pool, {
    ...request,
    by: "hour",
    from: paris("2026-03-28"),
    to: paris("2026-03-30", true),
  });
  expect(hours).toHaveLength(47);
  expect(round(hours.at(-1)?.fixedExclTax ?? 0)).toBe(round(1 / 23));
});

test("a counter without classes is parted by the schedule's local hours, one with its own class is not", async () => {
  const schedule = { rules: [{ tariffClass: "HC", hours: [{ from: "22:00", to: "06:00" }] }], otherwise: "HP" };
  const prices: TestPrice[] = [
    { kind: "per_kwh", amount: 1, tariffClass: "HP" },
    { kind: "per_kwh", amount: 0.25, tariffClass: "HC" },
  ];
  const single = await createBilledMeter(pool, { code: "27102" });
  const classed = await createBilledMeter(pool, { code: "27103", tariffClass: "hc" });
  await addContract(single, prices, { schedule });
  await addContract(classed, prices, { schedule });
  for (const { registerId } of [single, classed]) await use(registerId, paris("2026-01-01"), paris("2026-01-03"), 2);
  const meterIds = [single.meterId, classed.meterId];
  const request = { ...bare, meterIds, from: paris("2026-01-01"), to: paris("2026-02-01"), by: "month" } as const;
  const rows = await listCosts(pool, request);
  expect(rows.map(({ variableExclTax }) => round(variableExclTax))).toEqual([2 * 2 * (16 + 8 * 0.25), 2 * 48 * 0.25]);
});

test("what has no price is not costed, and a sub-meter pays the ancestor's price of its use without fixed costs", async () => {
  const at = await createBilledMeter(pool, { code: "27104" });
  await addContract(
    at,
    [
      { kind: "per_kwh", amount: 0.5 },
      { kind: "per_day", amount: 3 },
    ],
    { from: "2026-01-02", to: "2026-02-01" },
  );
  const child = await pool.query<{ meter: number; register: number }>(
    `with m as (insert into meter (organisation_id, building_id, parent_meter_id, name, energy)
                select organisation_id, building_id, id, 'Cuisine', energy from meter where id = $1 returning id, organisation_id)
     insert into register (organisation_id, meter_id, name, quantity, kind, unit)
     select organisation_id, id, 'Index', 'active-energy', 'index', 'kW.h' from m returning id as register, meter_id as meter`,
    [at.meterId],
  );
  const sub = child.rows[0] ?? { meter: 0, register: 0 };
  for (const registerId of [at.registerId, sub.register])
    await use(registerId, paris("2026-01-01"), paris("2026-01-03"), 1);
  const rows = await listCosts(pool, {
    ...bare,
    meterIds: [at.meterId, sub.meter],
    from: paris("2026-01-01"),
    to: paris("2027-01-01"),
    by: "year",
  });
  const common = { start: paris("2026-01-01"), energyKwh: 48, costedKwh: 24, variableExclTax: 12, currency: "EUR" };
  expect(rows).toMatchObject([
    { meterId: at.meterId, ...common, fixedExclTax: 90, inherited: false },
    { meterId: sub.meter, ...common, fixedExclTax: 0, inherited: true },
  ]);
});

test("CO2e and primary energy by the factors of each month, gas per kWh PCS, with the factors named", async () => {
  const gas = await createBilledMeter(pool, { code: "27105", energy: "gas" });
  const power = await createBilledMeter(pool, { code: "27106" });
  for (const { registerId } of [gas, power]) await use(registerId, paris("2025-12-31"), paris("2026-01-02"), 10);
  const meterIds = [gas.meterId, power.meterId];
  const request = { ...bare, meterIds, from: paris("2025-12-01"), to: paris("2026-02-01") };
  for (const by of ["hour", "day", "month"] as const) {
    const { rows, factors } = await listEmissions(pool, { ...request, by });
    const sum = (meter: number, field: "kgCo2e" | "primaryKwh" | "co2eKwh") =>
      round(rows.filter(({ meterId }) => meterId === meter).reduce((total, row) => total + row[field], 0));
    expect(sum(gas.meterId, "kgCo2e")).toBe(round((480 * 0.227) / 1.11));
    expect(sum(power.meterId, "kgCo2e")).toBe(round(480 * 0.064));
    expect(sum(power.meterId, "primaryKwh")).toBe(round(240 * 2.3 + 240 * 1.9));
    expect(sum(gas.meterId, "co2eKwh")).toBe(480);
    expect(factors.map(({ kind, energy, year }) => `${kind} ${energy} ${year}`).sort()).toEqual([
      "co2e electricity 2021",
      "co2e gas 2018",
      "pcs_per_pci gas 2018",
      "primary_energy electricity 2021",
      "primary_energy electricity 2026",
      "primary_energy gas 2018",
    ]);
  }
});

import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, expect, test } from "vitest";
import { createPool } from "../pool.ts";
import { createBilledMeter } from "../testing/billed-meter.ts";
import { type InvoiceToStore, upsertInvoices } from "./upsert-invoices.ts";

const { databaseUrl } = await createTestDatabase();
const owner = createPool({ databaseUrl, applicationName: "test" });
const asJobs = createPool({ databaseUrl, applicationName: "test-jobs", session: { role: "gtb_jobs" } });
afterAll(() => Promise.all([owner.end(), asJobs.end()]));
const { deliveryPointId } = await createBilledMeter(owner);

const invoice: InvoiceToStore = {
  deliveryPointId,
  number: "F-1",
  issuedOn: "2026-02-05",
  from: "2026-01-01",
  to: "2026-02-01",
  kind: "actual",
  energyKwh: 4000,
  native: 357.1,
  currency: "EUR",
  amountExclTax: 400.05,
  amountInclTax: 480.06,
  lines: [{ label: "Consommation", tariffClass: null, energyKwh: 4000, amountExclTax: 400.05 }],
  document: "F-1.pdf",
  source: "import",
};

test("the same file twice stores once, a corrected line replaces, and a place that is not there is not counted", async () => {
  expect(await upsertInvoices(asJobs, [invoice])).toEqual({ added: 1, changed: 0, unchanged: 0 });
  expect(await upsertInvoices(asJobs, [invoice])).toEqual({ added: 0, changed: 0, unchanged: 1 });
  const next = { ...invoice, number: "F-2", from: null, to: null };
  const corrected = [{ ...invoice, energyKwh: 4100 }, next, { ...invoice, number: "F-3", deliveryPointId: 0 }];
  expect(await upsertInvoices(asJobs, corrected)).toEqual({ added: 1, changed: 1, unchanged: 0 });
  const { rows } = await owner.query(
    "select number, energy_kwh, lower(period)::text as from, upper(period)::text as to, amount_incl_tax from invoice where number like 'F-_' order by number",
  );
  expect(rows).toEqual([
    { number: "F-1", energy_kwh: 4100, from: "2026-01-01", to: "2026-02-01", amount_incl_tax: "480.06" },
    { number: "F-2", energy_kwh: 4000, from: null, to: null, amount_incl_tax: "480.06" },
  ]);
});

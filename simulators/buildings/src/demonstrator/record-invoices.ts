import type { Pool } from "@gtb/database/pool";
import { listSimulatedPlaces } from "@gtb/database/queries/list-simulated-places";
import { type StoredInvoices, upsertInvoices } from "@gtb/database/queries/upsert-invoices";
import type { SimulatedBuilding } from "../simulated-building.ts";
import { billedMonths, type InvoiceStory, simulatedInvoice } from "./simulated-invoice.ts";

/** Whose bills are recorded, and what is wrong with one of a month (`MM`) each year. */
const billed: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, InvoiceStory>>>>>> = {
  "lyons-ecole": { electricity: {}, gas: { "10": "misread" } },
  "louviers-mediatheque": { electricity: { "09": "overpriced" }, gas: { "05": "estimated" } },
};

/**
 * Records the invented bills of the whole months that the buildings' course is kept of and that were issued by `nowMs`.
 * Repeated, it changes nothing.
 */
export async function recordInvoices(
  pool: Pool,
  buildings: readonly SimulatedBuilding[],
  nowMs: number,
): Promise<StoredInvoices> {
  const places = new Map((await listSimulatedPlaces(pool)).map(({ number, innerId }) => [number, innerId]));
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const invoices = buildings.flatMap(({ plan, series }) =>
    plan.meters.flatMap((meter) => {
      const stories = billed[plan.key]?.[meter.key];
      const deliveryPointId = places.get(meter.deliveryNumber ?? "");
      if (stories === undefined || deliveryPointId === undefined) return [];
      return billedMonths(series.fromMs, nowMs)
        .map((month) => simulatedInvoice(series, meter, month, stories[month.from.slice(5, 7)]))
        .map((invoice) => ({ deliveryPointId, ...invoice }));
    }),
  );
  return upsertInvoices(
    pool,
    invoices.filter(({ issuedOn }) => issuedOn <= today),
  );
}

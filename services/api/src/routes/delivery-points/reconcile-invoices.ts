import { DeliveryPointParams } from "@gtb/contracts/delivery-points";
import { Reconciliation, ReconciliationQuery } from "@gtb/contracts/invoices";
import type { Connection } from "@gtb/database/pool";
import { type FoundDeliveryPoint, findDeliveryPoint } from "@gtb/database/queries/find-delivery-point";
import { type ContractTermsRow, listContractTerms } from "@gtb/database/queries/list-contract-terms";
import { type InvoiceRow, listInvoices } from "@gtb/database/queries/list-invoices";
import { type DatedSchedule, listPlaceDays } from "@gtb/database/queries/list-place-days";
import { reconcileInvoice } from "@gtb/domain/money/reconcile-invoice";
import { scheduleHours } from "@gtb/domain/money/tariff-schedule";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

/** Ten years of monthly bills */
const mostInvoices = 120;

export const reconcileInvoicesRoute = route({
  method: "GET",
  path: "/api/v1/delivery-points/:deliveryPointId/reconciliation",
  allow: "data:read",
  summary: "The invoices of a delivery point (the newest 120) against what was measured and what the contract says",
  params: DeliveryPointParams,
  query: ReconciliationQuery,
  reply: Reconciliation,
  tagged: false,
  handler: async ({ db, params: { deliveryPointId }, query: { tolerancePercent } }) => {
    const place = found(await findDeliveryPoint(db, deliveryPointId), "delivery point");
    const invoices = await listInvoices(db, { deliveryPoint: deliveryPointId, limit: mostInvoices });
    const { id, energy, number } = place;
    const items = await compare(db, place, invoices, tolerancePercent / 100);
    return { deliveryPoint: { id, energy, number }, items };
  },
});

async function compare(db: Connection, place: FoundDeliveryPoint, invoices: readonly InvoiceRow[], tolerance: number) {
  const periods = invoices.flatMap(({ from, to }) => (from === null || to === null ? [] : { from, to }));
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  const { innerId, timeZone } = place;
  const known = from !== undefined && to !== undefined;
  const contracts = await listContractTerms(db, [innerId]);
  const schedules = schedulesOf(contracts);
  const days = known ? await listPlaceDays(db, { deliveryPointId: innerId, from, to, timeZone, schedules }) : [];
  return invoices.map((invoice) => {
    // An invoice without a period bills no consumption: there is nothing to hold against it.
    const period = { from: invoice.from ?? invoice.issuedOn, to: invoice.to ?? invoice.issuedOn };
    const inCurrency = contracts.filter(({ currency }) => currency === invoice.currency);
    const input = { billed: { ...invoice, ...period }, days, contracts: inCurrency, tolerance };
    const { parts, ...result } = reconcileInvoice(input);
    return { invoice, ...result, parts: [...parts] };
  });
}

function schedulesOf(contracts: readonly ContractTermsRow[]): DatedSchedule[] {
  return contracts.flatMap(({ schedule, from, to }) =>
    schedule === null ? [] : { from, to, hours: scheduleHours(schedule) },
  );
}

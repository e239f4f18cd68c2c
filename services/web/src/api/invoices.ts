import { Invoice, type InvoiceBody, Reconciliation } from "@gtb/contracts/invoices";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { moneyKey } from "./delivery-points.ts";
import { apiUrl, get, post, remove } from "./request.ts";

export type ReconciledInvoice = z.output<typeof Reconciliation>["items"][number];
export type InvoiceWish = z.input<typeof InvoiceBody>;

/** The bills of a delivery point, the newest first, each against what was measured and the contract. */
export function reconciliationQuery(deliveryPointId: string) {
  return queryOptions({
    queryKey: [...moneyKey, "reconciliation", deliveryPointId],
    queryFn: async ({ signal }) =>
      (await get(Reconciliation, apiUrl(`/delivery-points/${deliveryPointId}/reconciliation`), signal)).items,
  });
}

export async function addInvoice(invoice: InvoiceWish): Promise<void> {
  await post(Invoice, apiUrl("/invoices"), invoice);
}

export function removeInvoice(invoiceId: string): Promise<void> {
  return remove(apiUrl(`/invoices/${invoiceId}`));
}

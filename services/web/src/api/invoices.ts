import { Invoice, type InvoiceBody, InvoiceFileResult, Reconciliation } from "@gtb/contracts/invoices";
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

export type InvoiceFileOutcome = z.output<typeof InvoiceFileResult>;

/** Has a file of bills checked, or imported. Resolves with what became, or would become, of its lines. */
export async function sendInvoiceFile(
  organisation: string,
  file: File,
  mode: "check" | "import",
): Promise<InvoiceFileOutcome> {
  const content = base64Of(new Uint8Array(await file.arrayBuffer()));
  return post(InvoiceFileResult, apiUrl(`/organisations/${organisation}/invoice-file`), {
    mode,
    name: file.name.slice(0, 200),
    content,
  });
}

/** In pieces: as arguments of one call, the bytes of a file are too many. */
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

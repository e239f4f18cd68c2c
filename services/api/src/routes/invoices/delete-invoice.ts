import { InvoiceParams } from "@gtb/contracts/invoices";
import { Done } from "@gtb/contracts/session";
import { deleteInvoice } from "@gtb/database/queries/delete-invoice";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const deleteInvoiceRoute = route({
  method: "DELETE",
  path: "/api/v1/invoices/:invoiceId",
  allow: "meter:write",
  summary: "Remove an invoice that was added by mistake; the audit keeps what it said",
  params: InvoiceParams,
  reply: Done,
  handler: async ({ db, params: { invoiceId } }) => {
    found((await deleteInvoice(db, invoiceId)) || undefined, "invoice");
    return { done: true as const };
  },
});

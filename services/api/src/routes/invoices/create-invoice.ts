import { Invoice, InvoiceBody } from "@gtb/contracts/invoices";
import { findDeliveryPoint } from "@gtb/database/queries/find-delivery-point";
import { listInvoices } from "@gtb/database/queries/list-invoices";
import { upsertInvoices } from "@gtb/database/queries/upsert-invoices";
import { found, ProblemError, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createInvoiceRoute = route({
  method: "POST",
  path: "/api/v1/invoices",
  allow: "meter:write",
  summary: "Add an invoice to a delivery point",
  body: InvoiceBody,
  reply: Invoice,
  handler: async ({ db, body: { deliveryPoint, ...invoice } }) => {
    const place = referred(await findDeliveryPoint(db, deliveryPoint), "The delivery point");
    const known = await listInvoices(db, { deliveryPoint, number: invoice.number, limit: 1 });
    if (known.length > 0) throw new ProblemError("already_exists", "Another invoice of this place has that number.");
    await upsertInvoices(db, [{ ...invoice, deliveryPointId: place.innerId, source: "typed" }]);
    return found((await listInvoices(db, { deliveryPoint, number: invoice.number, limit: 1 }))[0], "invoice");
  },
});

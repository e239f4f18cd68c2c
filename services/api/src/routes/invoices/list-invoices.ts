import { InvoiceList, InvoiceListQuery } from "@gtb/contracts/invoices";
import { CalendarDate } from "@gtb/contracts/time";
import { listInvoices } from "@gtb/database/queries/list-invoices";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { invoicesTable } from "./invoices-table.ts";

const Position = z.tuple([CalendarDate, z.uuid()]);

export const listInvoicesRoute = route({
  method: "GET",
  path: "/api/v1/invoices",
  allow: "data:read",
  summary: "Invoices, the newest first",
  query: InvoiceListQuery,
  reply: InvoiceList,
  table: invoicesTable,
  handler: async ({ db, query: { limit, cursor, ...filter } }) => {
    const position = readCursor(cursor, Position);
    const after = position && { issuedOn: position[0], id: position[1] };
    const rows = await listInvoices(db, { ...filter, after, limit: limit + 1 });
    return toPage(rows, limit, ({ issuedOn, id }) => [issuedOn, id]);
  },
});

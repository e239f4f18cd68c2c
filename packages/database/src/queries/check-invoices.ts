import type { Connection } from "../pool.ts";
import { type InvoiceToStore, type StoredInvoices, upsertInvoices } from "./upsert-invoices.ts";

/** What storing these invoices would do, told by doing it and taking it back. Call it in a transaction. */
export async function checkInvoices(db: Connection, invoices: readonly InvoiceToStore[]): Promise<StoredInvoices> {
  await db.query("savepoint invoices");
  const stored = await upsertInvoices(db, invoices);
  await db.query("rollback to savepoint invoices");
  return stored;
}

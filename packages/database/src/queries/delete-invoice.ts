import type { Queryable } from "../pool.ts";

/** Removes an invoice (uuid); the audit keeps what it said. False when there is none that the caller may remove. */
export async function deleteInvoice(db: Queryable, invoice: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from invoice where uuid = $1", [invoice]);
  return rowCount === 1;
}

import type { Connection } from "../pool.ts";

export type EditableTable =
  | "site"
  | "building"
  | "zone"
  | "point"
  | "meter"
  | "device"
  | "organisation_link"
  | "contract"
  | "station";

/** Holds one row (uuid) until the transaction ends, so that two edits of it pass one after the other. One index entry. */
export async function lockForEdit(db: Connection, table: EditableTable, id: string): Promise<boolean> {
  const { rowCount } = await db.query(`select from ${table} where uuid = $1 for update`, [id]);
  return rowCount === 1;
}

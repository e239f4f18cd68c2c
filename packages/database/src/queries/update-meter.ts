import type { Connection } from "../pool.ts";

/** What may be mended of a meter; undefined: stays as it is. */
export interface MeterChange {
  readonly name?: string | undefined;
  readonly serialNumber?: string | null | undefined;
}

/** Changes a meter (uuid). One row; false when there is none that the caller may change. */
export async function updateMeter(db: Connection, id: string, change: MeterChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update meter set name = coalesce($2, name), serial_number = case when $4 then $3 else serial_number end where uuid = $1`,
    [id, change.name, change.serialNumber, change.serialNumber !== undefined],
  );
  return rowCount === 1;
}

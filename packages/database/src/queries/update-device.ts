import type { Connection } from "../pool.ts";

/** What may be mended of a device; undefined: stays as it is. */
export interface DeviceChange {
  readonly name?: string | undefined;
}

/** Changes a device (uuid). One row; false when there is none that the caller may change. */
export async function updateDevice(db: Connection, id: string, change: DeviceChange): Promise<boolean> {
  const { rowCount } = await db.query("update device set name = coalesce($2, name) where uuid = $1", [id, change.name]);
  return rowCount === 1;
}

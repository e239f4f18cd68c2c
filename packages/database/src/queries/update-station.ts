import type { Connection } from "../pool.ts";

/** What may be mended of a station; undefined: stays as it is. */
export interface StationChange {
  readonly name?: string | undefined;
  readonly source?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** Changes a station (uuid). One row; false when there is none that the caller may change. */
export async function updateStation(db: Connection, id: string, change: StationChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update station set name = coalesce($2, name), source = coalesce($3, source),
            latitude = coalesce($4, latitude), longitude = coalesce($5, longitude) where uuid = $1`,
    [id, change.name, change.source, change.latitude, change.longitude],
  );
  return rowCount === 1;
}

import type { Connection } from "../pool.ts";

/** What may be mended of a zone; undefined: stays as it is. */
export interface ZoneChange {
  readonly name?: string | undefined;
  readonly floor?: string | null | undefined;
}

/** Changes a zone (uuid). A name used twice in the building is a unique violation. One row; false when there is none that the caller may change. */
export async function updateZone(db: Connection, id: string, change: ZoneChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update zone set name = coalesce($2, name), floor = case when $4 then $3 else floor end where uuid = $1`,
    [id, change.name, change.floor, change.floor !== undefined],
  );
  return rowCount === 1;
}

import type { Connection } from "../pool.ts";

/** What may be mended of a site; undefined: stays as it is. */
export interface SiteChange {
  readonly name?: string | undefined;
  readonly address?: string | null | undefined;
}

/** Changes a site (uuid). One row; false when there is none that the caller may change. */
export async function updateSite(db: Connection, id: string, change: SiteChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update site set name = coalesce($2, name), address = case when $4 then $3 else address end where uuid = $1`,
    [id, change.name, change.address, change.address !== undefined],
  );
  return rowCount === 1;
}

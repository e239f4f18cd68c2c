import type { Connection } from "../pool.ts";

/** What may be mended of a point; undefined: stays as it is. */
export interface PointChange {
  readonly name?: string | undefined;
  /** uuid of a zone of the same building; null: none */
  readonly zone?: string | null | undefined;
}

/** Changes a point (uuid). False also when the zone is not one of its building. One row; false when there is none that the caller may change. */
export async function updatePoint(db: Connection, id: string, change: PointChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update point p
        set name = coalesce($2, p.name),
            zone_id = case when $4 then (select z.id from zone z where z.uuid = $3 and z.building_id = p.building_id) else p.zone_id end
      where p.uuid = $1
        and ($3::uuid is null or exists (select from zone z where z.uuid = $3 and z.building_id = p.building_id))`,
    [id, change.name, change.zone, change.zone !== undefined],
  );
  return rowCount === 1;
}

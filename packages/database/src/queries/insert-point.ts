import type { Queryable } from "../pool.ts";
import type { PointKind } from "./get-point.ts";

export interface NewPoint {
  /** uuid */
  readonly building: string;
  /** uuid of a zone of the same building */
  readonly zone: string | null;
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly kind: PointKind;
}

/** Adds a point and returns its uuid; undefined when the building does not exist or the zone is not one of it. */
export async function insertPoint(db: Queryable, point: NewPoint): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into point (organisation_id, building_id, zone_id, name, quantity, unit, kind)
     select b.organisation_id, b.id, z.id, $3, $4, $5, $6
       from building b left join zone z on z.uuid = $2 and z.building_id = b.id
      where b.uuid = $1 and ($2::uuid is null or z.id is not null)
     returning uuid as id`,
    [point.building, point.zone, point.name, point.quantity, point.unit, point.kind],
  );
  return rows[0]?.id;
}

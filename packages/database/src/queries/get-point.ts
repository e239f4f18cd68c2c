import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export type PointKind = "gauge" | "counter" | "state" | "event";

export interface PointRow {
  readonly id: string;
  /** uuid */
  readonly building: string;
  readonly zone: NamedReferenceRow | null;
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly kind: PointKind;
  readonly timeZone: string;
}

export const pointColumns = `p.uuid as id, b.uuid as building, p.name, p.quantity, p.unit, p.kind,
  b.time_zone as "timeZone",
  case when z.id is not null then jsonb_build_object('id', z.uuid, 'name', z.name) end as zone`;

export async function getPoint(db: Queryable, pointId: string): Promise<PointRow | undefined> {
  const { rows } = await db.query<PointRow>(
    `select ${pointColumns}
       from point p join building b on b.id = p.building_id left join zone z on z.id = p.zone_id
      where p.uuid = $1`,
    [pointId],
  );
  return rows[0];
}

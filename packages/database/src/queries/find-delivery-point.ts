import type { Queryable } from "../pool.ts";
import type { DeliveryPointReferenceRow } from "./list-contracts.ts";

export interface FoundDeliveryPoint extends DeliveryPointReferenceRow {
  readonly innerId: number;
  readonly timeZone: string;
}

/** A delivery point by its uuid, with its inner id. */
export async function findDeliveryPoint(db: Queryable, id: string): Promise<FoundDeliveryPoint | undefined> {
  const { rows } = await db.query<FoundDeliveryPoint>(
    `select d.id as "innerId", d.uuid as id, d.energy, d.number, b.time_zone as "timeZone"
       from delivery_point d join building b on b.id = d.building_id where d.uuid = $1`,
    [id],
  );
  return rows[0];
}

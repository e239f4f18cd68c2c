import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export interface DeliveryPointRow {
  readonly id: string;
  readonly building: string;
  readonly energy: Energy;
  readonly number: string;
  readonly gasCoefficientCount: number;
}

/** One delivery point by its uuid, with how many gas coefficients are known of it now. */
export async function getDeliveryPoint(db: Queryable, id: string): Promise<DeliveryPointRow | undefined> {
  const { rows } = await db.query<DeliveryPointRow>(
    `select d.uuid as id, b.uuid as building, d.energy, d.number,
            (select count(*) from gas_coefficient c where c.delivery_point_id = d.id and upper_inf(c.known)) as "gasCoefficientCount"
       from delivery_point d join building b on b.id = d.building_id where d.uuid = $1`,
    [id],
  );
  return rows[0];
}

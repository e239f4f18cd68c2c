import type { Queryable } from "../pool.ts";

export interface SimulatedPlaceRow {
  readonly innerId: number;
  readonly uuid: string;
  readonly number: string;
  /** It has, or had before somebody withdrew it, a contract. */
  readonly contracted: boolean;
}

/** The delivery points of simulated buildings. */
export async function listSimulatedPlaces(db: Queryable): Promise<SimulatedPlaceRow[]> {
  const { rows } = await db.query<SimulatedPlaceRow>(
    `select d.id as "innerId", d.uuid, d.number, exists (select from contract k where k.delivery_point_id = d.id) as contracted
       from delivery_point d join building b on b.id = d.building_id where b.simulated order by d.id`,
  );
  return rows;
}

import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

/**
 * The meters whose sum is a building's consumption: those without a parent, as a parent already counts its sub-meters, that
 * are to be added up: a virtual meter usually repeats what others count.
 * Returns their inner ids.
 */
export async function listCountedMeters(db: Queryable, buildingId: string, energy?: Energy): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select m.id from building b join meter m on m.building_id = b.id
      where b.uuid = $1 and m.parent_meter_id is null and m.counted and ($2::text is null or m.energy = $2) order by m.id`,
    [buildingId, energy],
  );
  return rows.map(({ id }) => id);
}

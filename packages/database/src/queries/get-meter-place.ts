import type { Queryable } from "../pool.ts";

export interface MeterPlace {
  readonly meterId: number;
  /** uuid */
  readonly building: string;
  readonly timeZone: string;
}

/** Where a meter stands. Undefined when there is none with this uuid. */
export async function getMeterPlace(db: Queryable, meter: string): Promise<MeterPlace | undefined> {
  const { rows } = await db.query<MeterPlace>(
    `select m.id as "meterId", b.uuid as building, b.time_zone as "timeZone"
       from meter m join building b on b.id = m.building_id where m.uuid = $1`,
    [meter],
  );
  return rows[0];
}

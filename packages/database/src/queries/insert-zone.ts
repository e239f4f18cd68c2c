import type { Queryable } from "../pool.ts";

export interface NewZone {
  /** uuid */
  readonly building: string;
  readonly name: string;
  readonly floor: string | null;
}

/** Adds a zone and returns its uuid; undefined when the building does not exist. A name used twice is a unique violation. */
export async function insertZone(db: Queryable, zone: NewZone): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into zone (organisation_id, building_id, name, floor)
     select b.organisation_id, b.id, $2, $3 from building b where b.uuid = $1 returning uuid as id`,
    [zone.building, zone.name, zone.floor],
  );
  return rows[0]?.id;
}

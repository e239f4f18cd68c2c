import type { Queryable } from "../pool.ts";

export interface PlaceNumberRow {
  readonly innerId: number;
  /** PRM, PCE or the subscriber's number, without spaces */
  readonly number: string;
}

/** The delivery points of an organisation (uuid) by their numbers. */
export async function listPlaceNumbers(db: Queryable, organisation: string): Promise<PlaceNumberRow[]> {
  const { rows } = await db.query<PlaceNumberRow>(
    `select d.id as "innerId", regexp_replace(d.number, '\\s', '', 'g') as number
       from delivery_point d join organisation o on o.id = d.organisation_id where o.uuid = $1`,
    [organisation],
  );
  return rows;
}

import type { Queryable } from "../pool.ts";

export interface NewDeliveryPoint {
  /** uuid of the meter that now stands there; energy, building and organisation are its own */
  readonly meter: string;
  /** PRM, PCE or the subscriber's number */
  readonly number: string;
}

/** Adds a delivery point, places the meter at it and returns its uuid; undefined when the meter does not exist. */
export async function insertDeliveryPoint(db: Queryable, place: NewDeliveryPoint): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with added as (
       insert into delivery_point (organisation_id, building_id, energy, number)
       select organisation_id, building_id, energy, $2 from meter where uuid = $1
       returning id, uuid
     ), placed as (
       update meter set delivery_point_id = added.id from added where meter.uuid = $1
     )
     select uuid as id from added`,
    [place.meter, place.number],
  );
  return rows[0]?.id;
}

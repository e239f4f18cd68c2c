import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export interface MeterPlaceRow {
  /** Inner id */
  readonly meterId: number;
  readonly organisationId: number;
  readonly energy: Energy;
  readonly endUse: string | null;
  /** Inner id of its delivery point, else of its nearest ancestor's. */
  readonly deliveryPointId: number | null;
  /** It is an ancestor's: the meter pays its part of what is used, and none of the fixed costs. */
  readonly inherited: boolean;
  /** Of its counted import registers, in lower case */
  readonly tariffClasses: readonly string[];
}

/** Where meters (inner ids) get their contract from, and what they count. */
export async function listMeterPlaces(db: Queryable, meterIds: readonly number[]): Promise<MeterPlaceRow[]> {
  const { rows } = await db.query<MeterPlaceRow>(
    `with recursive above (meter_id, parent_id, delivery_point_id, depth) as (
       select id, parent_meter_id, delivery_point_id, 0 from meter where id = any($1)
       union all
       select a.meter_id, m.parent_meter_id, m.delivery_point_id, a.depth + 1
         from above a join meter m on m.id = a.parent_id where a.delivery_point_id is null and a.depth < 50
     )
     select m.id as "meterId", m.organisation_id as "organisationId", m.energy, m.end_use as "endUse",
            a.delivery_point_id as "deliveryPointId", coalesce(a.depth > 0, false) as inherited,
            (select coalesce(array_agg(distinct lower(r.tariff_class)), '{}') from register r
              where r.meter_id = m.id and r.counted and r.direction = 'import') as "tariffClasses"
       from meter m left join above a on a.meter_id = m.id and a.delivery_point_id is not null
      where m.id = any($1) order by m.id`,
    [meterIds],
  );
  return rows;
}

import type { Queryable } from "../pool.ts";

export interface NewImportCurve {
  /** uuid */
  readonly meter: string;
  readonly unit: "kW.h" | "m3";
}

/**
 * Adds an interval register with the point that keeps its values; returns its uuid, undefined where the meter is not there. Where
 * another register of the meter is counted already it is not counted too: a building would show the same energy twice.
 */
export async function insertImportCurve(db: Queryable, { meter, unit }: NewImportCurve): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with place as (
       select m.organisation_id, m.id, m.building_id, m.name,
              case when $2 = 'm3' then 'volume' when m.energy = 'heat' then 'thermal-energy' else 'active-energy' end as quantity,
              not exists (select from register r where r.meter_id = m.id and r.counted and r.direction = 'import') as counted,
              'Courbe importée' || coalesce(' ' || nullif((select count(*) from register r where r.meter_id = m.id
                                                             and starts_with(r.name, 'Courbe importée')), 0) + 1, '') as register_name
         from meter m where m.uuid = $1
     ), keeper as (
       insert into point (organisation_id, building_id, name, quantity, unit, kind)
       select organisation_id, building_id, name || ' – ' || register_name, quantity, $2, 'event' from place
       returning id, organisation_id
     ), added as (
       insert into register (organisation_id, meter_id, name, quantity, kind, unit, counted)
       select organisation_id, id, register_name, quantity, 'interval', $2, counted from place
       returning id, organisation_id, uuid
     ), reads as (
       insert into register_point (organisation_id, register_id, point_id)
       select a.organisation_id, a.id, k.id from added a cross join keeper k
     ), parameter as (
       -- Intervals never wrap: what the installation can draw at most is not looked at.
       insert into register_parameter (organisation_id, register_id, max_per_hour) select organisation_id, id, 1e6 from added
     )
     select uuid as id from added`,
    [meter, unit],
  );
  return rows[0]?.id;
}

import type { ImportRegister } from "@gtb/domain/files-in/find-register";
import type { Queryable } from "../pool.ts";

// JSON has no infinity: an open end is null.
const period = `'fromMs', (extract(epoch from nullif(lower(x.valid), '-infinity')) * 1000)::float8,
                'toMs', (extract(epoch from nullif(upper(x.valid), 'infinity')) * 1000)::float8`;

/**
 * The registers of an organisation (uuid) that a file may bring readings for, by building, meter and name. A meter that has none
 * yet stands among them with one of kind `virtual`, which no value fits: so its PRM is known and a curve can be added to it.
 */
export async function listImportRegisters(db: Queryable, organisation: string): Promise<ImportRegister[]> {
  const { rows } = await db.query<ImportRegister>(
    `select coalesce(r.id, 0) as "registerId", coalesce(r.uuid, m.uuid) as id, b.name as building, m.name as meter, m.uuid as "meterId", coalesce(r.name, '') as name, m.serial_number as "serialNumber",
            d.number as "deliveryPoint", coalesce(r.direction, 'import') as direction,
            coalesce(r.tariff_class, 'base') as "tariffClass", coalesce(r.kind, 'virtual') as kind, coalesce(r.unit, 'kW.h') as unit,
            (select coalesce(jsonb_agg(jsonb_build_object('pointId', x.point_id, ${period})), '[]')
               from register_point x where x.register_id = r.id) as points,
            (select coalesce(jsonb_agg(jsonb_build_object('unitPerCount', x.unit_per_count, 'ctRatio', x.ct_ratio, ${period})), '[]')
               from register_parameter x where x.register_id = r.id and upper_inf(x.known)) as parameters
       from meter m
       left join register r on r.meter_id = m.id and r.kind <> 'virtual'
       join building b on b.id = m.building_id
       left join delivery_point d on d.id = m.delivery_point_id
      where m.organisation_id = (select id from organisation where uuid = $1)
      order by b.name collate "fr-x-icu", m.name collate "fr-x-icu", r.name, r.id`,
    [organisation],
  );
  return rows;
}

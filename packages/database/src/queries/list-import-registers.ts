import type { ImportRegister } from "@gtb/domain/files-in/find-register";
import type { Queryable } from "../pool.ts";

// JSON has no infinity: an open end is null.
const period = `'fromMs', (extract(epoch from nullif(lower(x.valid), '-infinity')) * 1000)::float8,
                'toMs', (extract(epoch from nullif(upper(x.valid), 'infinity')) * 1000)::float8`;

/** The registers of an organisation (uuid) that a file may bring readings for, by building, meter and name. */
export async function listImportRegisters(db: Queryable, organisation: string): Promise<ImportRegister[]> {
  const { rows } = await db.query<ImportRegister>(
    `select r.id as "registerId", r.uuid as id, b.name as building, m.name as meter, m.uuid as "meterId", r.name, m.serial_number as "serialNumber",
            d.number as "deliveryPoint", r.direction, r.tariff_class as "tariffClass", r.kind, r.unit,
            (select coalesce(jsonb_agg(jsonb_build_object('pointId', x.point_id, ${period})), '[]')
               from register_point x where x.register_id = r.id) as points,
            (select coalesce(jsonb_agg(jsonb_build_object('unitPerCount', x.unit_per_count, 'ctRatio', x.ct_ratio, ${period})), '[]')
               from register_parameter x where x.register_id = r.id and upper_inf(x.known)) as parameters
       from register r
       join meter m on m.id = r.meter_id
       join building b on b.id = m.building_id
       left join delivery_point d on d.id = m.delivery_point_id
      where r.organisation_id = (select id from organisation where uuid = $1) and r.kind <> 'virtual'
      order by b.name collate "fr-x-icu", m.name collate "fr-x-icu", r.name, r.id`,
    [organisation],
  );
  return rows;
}

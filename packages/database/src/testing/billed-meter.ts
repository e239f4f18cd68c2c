import type { Pool } from "../pool.ts";

export interface BilledMeter {
  readonly organisationId: number;
  readonly buildingId: number;
  readonly deliveryPointId: number;
  readonly deliveryPoint: string;
  readonly meterId: number;
  readonly registerId: number;
}

/** An organisation with one building (Europe/Paris), and one meter with one kWh register at a delivery point of its own. */
export async function createBilledMeter(
  pool: Pool,
  { code = "27229", energy = "electricity", unit = "kW.h", tariffClass = "base" } = {},
): Promise<BilledMeter> {
  const { rows } = await pool.query<BilledMeter>(
    `with o as (insert into organisation (kind, code, name) values ('commune', $1, 'Commune ' || $1) returning id),
          s as (insert into site (organisation_id, name, commune_code) select id, 'Centre', '27229' from o returning id, organisation_id),
          b as (insert into building (organisation_id, site_id, name, use, heating_energy)
                select organisation_id, id, 'École', 'school', 'gas' from s returning id, organisation_id),
          d as (insert into delivery_point (organisation_id, building_id, energy, number)
                select organisation_id, id, $2, 'P' || $1 from b returning *),
          m as (insert into meter (organisation_id, building_id, delivery_point_id, name, energy)
                select organisation_id, building_id, id, 'Général', energy from d returning id, organisation_id),
          r as (insert into register (organisation_id, meter_id, name, quantity, kind, unit, tariff_class)
                select organisation_id, id, 'Index', case $3 when 'kW.h' then 'active-energy' else 'volume' end, 'index', $3, $4 from m
                returning id)
     select d.organisation_id as "organisationId", d.building_id as "buildingId", d.id as "deliveryPointId",
            d.uuid as "deliveryPoint", m.id as "meterId", r.id as "registerId" from d, m, r`,
    [code, energy, unit, tariffClass],
  );
  const [made] = rows;
  if (made === undefined) throw new Error("no meter was made");
  return made;
}

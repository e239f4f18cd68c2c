import type { Queryable } from "@gtb/database/pool";

export interface InsertedBuilding {
  readonly organisation: string;
  readonly building: string;
}

/**
 * A school with an electricity meter (import and export), its sub-meter, and a gas meter: kWh an hour of 2, 7, 1 and 5,
 * for the days with 23 and 25 hours and those around them; on 26 October the electricity lacks three hours, has one
 * estimated and one missing. Two rooms and the outdoors, one sensor of which says nothing; values a year earlier that no panel may read.
 */
export async function insertBuilding(db: Queryable, name: string, code: string): Promise<InsertedBuilding> {
  const { rows } = await db.query<{ id: number; organisation_id: number; building: string; organisation: string }>(
    `with o as (insert into organisation (kind, code, name) values ('commune', $2, 'Commune ' || $2) returning *),
          s as (insert into site (organisation_id, name, commune_code) select id, $1, $2 from o returning *)
     insert into building (organisation_id, site_id, name, use, heating_energy, simulated)
     select s.organisation_id, s.id, $1, 'school', 'gas', true from s
     returning id, organisation_id, uuid as building, (select uuid from o) as organisation`,
    [name, code],
  );
  const [inserted] = rows;
  if (inserted === undefined) throw new Error("no building was inserted");
  const ids = [inserted.organisation_id, inserted.id];
  const main = await insertRegister(db, ids, { meter: "Général", energy: "electricity", direction: "import" });
  await insertRegister(db, ids, { meter: "Général", energy: "electricity", direction: "export" });
  await insertRegister(db, ids, { meter: "Cuisine", energy: "electricity", direction: "import", parent: "Général" });
  await insertRegister(db, ids, { meter: "Gaz", energy: "gas", direction: "import" });
  await insertConsumption(db, inserted.id);
  await spoilOneDay(db, main);
  await insertReadings(db, ids);
  return { organisation: inserted.organisation, building: inserted.building };
}

interface RegisterToInsert {
  readonly meter: string;
  readonly energy: string;
  readonly direction: "import" | "export";
  readonly parent?: string;
}

async function insertRegister(db: Queryable, ids: readonly number[], register: RegisterToInsert): Promise<number> {
  const { meter, energy, direction, parent = null } = register;
  await db.query(
    `insert into meter (organisation_id, building_id, name, energy, parent_meter_id)
     select $1, $2, $3, $4, (select id from meter where building_id = $2 and name = $5)
      where not exists (select from meter where building_id = $2 and name = $3)`,
    [...ids, meter, energy, parent],
  );
  const { rows } = await db.query<{ id: number }>(
    `insert into register (organisation_id, meter_id, name, quantity, direction, kind, unit)
     select $1, id, $4, 'active-energy', $4, 'index', 'kW.h' from meter where building_id = $2 and name = $3
     returning id`,
    [...ids, meter, direction],
  );
  return rows[0]?.id ?? Number.NaN;
}

/** Hours of 27–30 March, of 23–27 October and of one day in 2025. */
async function insertConsumption(db: Queryable, buildingId: number): Promise<void> {
  await db.query(
    `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
     select r.id, hour, kwh, kwh, 1, 0, 0
       from register r join meter m on m.id = r.meter_id
      cross join lateral (select case when r.direction = 'export' then 7 when m.name = 'Cuisine' then 1
                                      when m.energy = 'gas' then 5 else 2 end as kwh) rate
      cross join (select generate_series(timestamptz '2026-03-27 00:00Z', '2026-03-31 00:00Z', '1 hour') as hour
                  union all select generate_series(timestamptz '2026-10-22 00:00Z', '2026-10-28 00:00Z', '1 hour')
                  union all select generate_series(timestamptz '2025-01-10 00:00Z', '2025-01-11 00:00Z', '1 hour')) hours
      where m.building_id = $1`,
    [buildingId],
  );
}

async function spoilOneDay(db: Queryable, registerId: number): Promise<void> {
  await db.query(
    "delete from consumption where register_id = $1 and hour between '2026-10-26 03:00Z' and '2026-10-26 05:00Z'",
    [registerId],
  );
  await db.query(
    "update consumption set measured_share = 0, estimated_share = 1 where register_id = $1 and hour = '2026-10-26 10:00Z'",
    [registerId],
  );
  await db.query(
    `update consumption set native = null, energy_kwh = null, measured_share = 0, missing_share = 1
      where register_id = $1 and hour = '2026-10-26 11:00Z'`,
    [registerId],
  );
}

async function insertReadings(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query(
    "insert into zone (organisation_id, building_id, name) select $1, $2, z from unnest('{Salle 1,Salle 2}'::text[]) z",
    [...ids],
  );
  await db.query(
    `insert into point (organisation_id, building_id, zone_id, name, quantity, unit, kind)
     select $1, $2, (select id from zone where building_id = $2 and name = p.zone), p.name, p.quantity, p.unit, 'gauge'
       from (values ('Salle 1', 'Température salle 1', 'temperature', 'Cel'),
                    ('Salle 2', 'Température salle 2', 'temperature', 'Cel'),
                    (null, 'Extérieur', 'temperature', 'Cel'),
                    ('Salle 1', 'CO2 salle 1', 'co2-concentration', '[ppm]'),
                    ('Salle 2', 'CO2 salle 2', 'co2-concentration', '[ppm]')) as p (zone, name, quantity, unit)`,
    [...ids],
  );
  await db.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select p.id, time, case p.name when 'Température salle 1' then 20.5 when 'Température salle 2' then 18
                                    when 'Extérieur' then 7 else 950 end, 'import', gen_random_uuid()
       from point p
      cross join (select generate_series(timestamptz '2026-10-24 00:00Z', '2026-10-26 23:50Z', '10 minutes') as time
                  union all select generate_series(timestamptz '2025-01-10 00:00Z', '2025-01-11 00:00Z', '1 hour')) times
      where p.building_id = $1 and p.name <> 'CO2 salle 2'`,
    [ids[1]],
  );
}

import type { Pool } from "@gtb/database/pool";
import { createBenchWorld } from "./bench-world.ts";

const buildings = 5_000;
/** Years of months of every building: the league's, whatever is stored of raw readings. */
export const leagueYears = 5;
export const historyEnd = new Date("2026-01-01T00:00:00Z");

/** A database with 5,000 buildings' months, and with raw readings, hours and days of 4 registers for so many years. */
export async function createAnalysisWorld(
  serverUrl: string,
  name: string,
  years: number,
): Promise<{ databaseUrl: string; pool: Pool }> {
  const world = await createBenchWorld(serverUrl, name);
  await fillBuildings(world.pool);
  await fillHistory(world.pool, years);
  await world.pool.query("vacuum analyze");
  return world;
}

/** Buildings with a meter and a register of each of two energies, and five years of months. */
async function fillBuildings(pool: Pool): Promise<void> {
  await pool.query(
    `with o as (select organisation_id, site_id from building limit 1),
          b as (insert into building (organisation_id, site_id, name, use, heating_energy)
                select o.organisation_id, o.site_id, 'Bâtiment ' || n, 'school', 'gas' from o, generate_series(1, $1) n
                returning id, organisation_id),
          m as (insert into meter (organisation_id, building_id, name, energy)
                select b.organisation_id, b.id, e, e from b, unnest(array['electricity', 'gas']) e returning id, organisation_id)
     insert into register (organisation_id, meter_id, name, quantity, kind, unit)
     select organisation_id, id, 'Index', 'active-energy', 'index', 'kW.h' from m`,
    [buildings],
  );
  await pool.query(
    `insert into point (organisation_id, building_id, name, quantity, unit, kind)
     select m.organisation_id, m.building_id, 'Index ' || r.id, 'active-energy', 'kW.h', 'counter' from register r join meter m on m.id = r.meter_id`,
  );
  await pool.query(
    `insert into register_point (organisation_id, register_id, point_id)
     select r.organisation_id, r.id, p.id from register r join point p on p.name = 'Index ' || r.id`,
  );
  await pool.query(
    `insert into consumption_month (register_id, month, native, energy_kwh, measured_hours, estimated_hours, month_hours, reasons)
     select r.id, m::date, 1000, 1000, 700, 20, 720, 0
       from generate_series($1::timestamp, $2::timestamp - interval '1 month', '1 month') m, register r order by m, r.id`,
    [new Date(Date.UTC(2026 - leagueYears - 1, 0, 1)), historyEnd],
  );
}

/** Raw readings, hours and days of the last 4 registers. */
async function fillHistory(pool: Pool, years: number): Promise<void> {
  const span = [new Date(Date.UTC(2026 - years, 0, 1)), historyEnd];
  const last = "(select register_id, point_id from register_point order by register_id desc limit 4) rp";
  await pool.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select rp.point_id, t, extract(epoch from t)::bigint / 600, 'import', '00000000-0000-4000-8000-000000000000'
       from generate_series($1::timestamptz, $2::timestamptz, '10 minutes') t, ${last} order by t, rp.point_id`,
    span,
  );
  await pool.query(
    `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
     select rp.register_id, t, 2, 2, 1, 0, 0 from generate_series($1::timestamptz, $2::timestamptz - interval '1 hour', '1 hour') t, ${last}
      order by t, rp.register_id`,
    span,
  );
  await pool.query(
    `insert into consumption_day (register_id, day, native, energy_kwh, measured_hours, estimated_hours, day_hours, reasons)
     select rp.register_id, t::date, 48, 48, 24, 0, 24, 0 from generate_series($1::timestamp, $2::timestamp - interval '1 day', '1 day') t, ${last}
      order by t, rp.register_id`,
    span,
  );
}

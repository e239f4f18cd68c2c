import type { Connection, Pool } from "@gtb/database/pool";
import { type LeagueRequest, listLeague } from "@gtb/database/queries/list-league";
import { listRegisterBuckets, type RegisterBuckets } from "@gtb/database/queries/list-register-buckets";
import { createBenchWorld } from "./bench-world.ts";

const runs = 7;
const buildings = 5_000;
/** Years of months of every building: the league's, whatever is stored of raw readings. */
const leagueYears = 5;
const end = Date.UTC(2026, 0, 1);

export interface AnalysisCost {
  /** Years of hours and raw 10-minute readings of one building in the database. */
  readonly years: number;
  /** Medians, in ms: what the API's query costs, and the bare fetch of the rows that it needs. */
  readonly yearByDay: Costs;
  readonly league: Costs;
}

export interface Costs {
  readonly scanMs: number;
  readonly queryMs: number;
  readonly rows: number;
}

/** A building's year by day and the league of 5,000 buildings over 5 years, with so many years of raw history stored. */
export async function measureAnalysis(serverUrl: string, years: number): Promise<AnalysisCost> {
  const { pool } = await createBenchWorld(serverUrl, `bench_analysis_${years}`);
  try {
    await fillBuildings(pool);
    await fillHistory(pool, years);
    await pool.query("vacuum analyze");
    return { years, yearByDay: await measureYear(pool), league: await measureLeague(pool) };
  } finally {
    await pool.end();
  }
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
    [new Date(Date.UTC(2026 - leagueYears - 1, 0, 1)), new Date(end)],
  );
}

/** Raw readings, hours and days of the last 4 registers: two buildings. */
async function fillHistory(pool: Pool, years: number): Promise<void> {
  const span = [new Date(Date.UTC(2026 - years, 0, 1)), new Date(end)];
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

async function measureYear(pool: Pool): Promise<Costs> {
  const { rows } = await pool.query<{ meterIds: number[]; registerIds: number[] }>(
    `select array_agg(distinct m.id) as "meterIds", array_agg(r.id) as "registerIds" from meter m join register r on r.meter_id = m.id
      where m.building_id = (select max(building_id) from meter)`,
  );
  const { meterIds = [], registerIds = [] } = rows[0] ?? {};
  const request: RegisterBuckets = {
    ...{ meterIds, timeZone: "Europe/Paris", by: "day", now: new Date(end) },
    ...{ from: new Date("2024-12-31T23:00:00Z"), to: new Date("2025-12-31T23:00:00Z") },
  };
  const scan = (db: Connection) =>
    db.query({
      rowMode: "array",
      text: `select register_id, day, native, energy_kwh, measured_hours, estimated_hours, reasons from consumption_day
              where register_id = any($1) and day >= '2025-01-01' and day < '2026-01-01'`,
      values: [registerIds],
    });
  return compare(pool, scan, (db) => listRegisterBuckets(db, request));
}

async function measureLeague(pool: Pool): Promise<Costs> {
  const { rows } = await pool.query<{ organisation: string }>(
    "select o.uuid as organisation from organisation o join building b on b.organisation_id = o.id group by 1 order by count(*) desc limit 1",
  );
  const request: LeagueRequest = {
    organisation: rows[0]?.organisation ?? "",
    ...{ from: `${2026 - leagueYears}-01-01`, to: "2026-01-01", now: new Date(end) },
  };
  // Five years, and the same five a year earlier: six are read.
  const scan = (db: Connection) =>
    db.query({
      rowMode: "array",
      text: `select register_id, month, native, energy_kwh, measured_hours, estimated_hours from consumption_month
              where month >= $1 and month < '2026-01-01'`,
      values: [`${2026 - leagueYears - 1}-01-01`],
    });
  return compare(pool, scan, (db) => listLeague(db, request));
}

/** In turn, so that what else the machine does disturbs both alike. */
async function compare(
  pool: Pool,
  scan: (db: Connection) => Promise<{ readonly rows: readonly unknown[] }>,
  query: (db: Connection) => Promise<readonly unknown[]>,
): Promise<Costs> {
  const db = await pool.connect();
  try {
    const [scans, queries]: [number[], number[]] = [[], []];
    const { rows } = await scan(db);
    if (rows.length === 0 || (await query(db)).length === 0) throw new Error("nothing was found to be measured");
    for (let run = 0; run < runs; run++) {
      scans.push(await timed(() => scan(db)));
      queries.push(await timed(() => query(db)));
    }
    return { scanMs: median(scans), queryMs: median(queries), rows: rows.length };
  } finally {
    db.release();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

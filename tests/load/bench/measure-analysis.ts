import type { Connection, Pool } from "@gtb/database/pool";
import { type LeagueRequest, listLeague } from "@gtb/database/queries/list-league";
import { listRegisterBuckets, type RegisterBuckets } from "@gtb/database/queries/list-register-buckets";
import { createAnalysisWorld, historyEnd, leagueYears } from "./analysis-world.ts";

const runs = 7;

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
  const { pool } = await createAnalysisWorld(serverUrl, `bench_analysis_${years}`, years);
  try {
    return { years, yearByDay: await measureYear(pool), league: await measureLeague(pool) };
  } finally {
    await pool.end();
  }
}

async function measureYear(pool: Pool): Promise<Costs> {
  const { rows } = await pool.query<{ meterIds: number[]; registerIds: number[] }>(
    `select array_agg(distinct m.id) as "meterIds", array_agg(r.id) as "registerIds" from meter m join register r on r.meter_id = m.id
      where m.building_id = (select max(building_id) from meter)`,
  );
  const { meterIds = [], registerIds = [] } = rows[0] ?? {};
  const request: RegisterBuckets = {
    ...{ meterIds, timeZone: "Europe/Paris", by: "day", now: historyEnd },
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
    ...{ from: `${2026 - leagueYears}-01-01`, to: "2026-01-01", now: historyEnd },
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

import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Pool } from "@gtb/database/pool";
import { createBenchWorld } from "./bench-world.ts";

const jobsService = fileURLToPath(new URL("../../../services/jobs/src/main.ts", import.meta.url));
const runs = 5;
const yearFrom = new Date("2025-01-01T00:00:00Z");
const yearTo = new Date("2026-01-01T00:00:00Z");
const readingsAYear = 365 * 144;

export interface RecomputeCost {
  /** Years of raw readings of 20 registers in the database. */
  readonly years: number;
  /** Medians, in ms. The floor: the year's readings of the register, fetched in order and nothing done with them. */
  readonly scanMs: number;
  /** The job over the year, where nothing has changed: all is read and computed, nothing is written. */
  readonly unchangedMs: number;
  /** The same after the weight of a pulse was changed: 8,760 hours are written anew, and the old ones kept. */
  readonly changedMs: number;
}

/** What it costs to compute a meter-year of 10-minute readings again, with so many years of raw history beside it. */
export async function measureRecompute(serverUrl: string, years: number): Promise<RecomputeCost> {
  const { databaseUrl, pool } = await createBenchWorld(serverUrl, `bench_recompute_${years}`);
  const registerId = await fillYears(pool, years);
  const env = { GTB_DATABASE_URL: databaseUrl, GTB_HEALTH_PORT: "0", GTB_JOB_POLL_MS: "50" };
  const jobs = spawn(process.execPath, [jobsService], { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    // The first time compiles, and writes the hours of all years.
    await recompute(pool, registerId, null);
    await recompute(pool, registerId, yearFrom);
    const scanMs = await median(() => scan(pool, registerId));
    const unchangedMs = await median(() => recompute(pool, registerId, yearFrom));
    const changedMs = await median(async (run) => {
      await pool.query("alter table register_parameter disable trigger user");
      await pool.query("update register_parameter set unit_per_count = $2 where register_id = $1", [
        registerId,
        run + 2,
      ]);
      await pool.query("alter table register_parameter enable trigger user");
      return recompute(pool, registerId, yearFrom);
    });
    return { years, scanMs, unchangedMs, changedMs };
  } finally {
    jobs.kill();
    await once(jobs, "exit");
    await pool.end();
  }
}

/** 20 registers that count every 10 minutes for so many years; resolves with the last one's id. */
async function fillYears(pool: Pool, years: number): Promise<number> {
  await pool.query(
    `with p as (insert into point (organisation_id, building_id, name, quantity, unit, kind)
                select b.organisation_id, b.id, 'Compteur ' || n, 'pulse-count', '{pulse}', 'counter'
                  from building b, generate_series(1, 20) n returning id, organisation_id, building_id),
          m as (insert into meter (organisation_id, building_id, name, energy)
                select organisation_id, building_id, id::text, 'electricity' from p returning id, organisation_id, name),
          r as (insert into register (organisation_id, meter_id, name, quantity, kind, unit)
                select organisation_id, id, name, 'active-energy', 'index', 'kW.h' from m returning id, organisation_id, name),
          w as (insert into register_parameter (organisation_id, register_id, max_per_hour) select organisation_id, id, 1000 from r)
     insert into register_point (organisation_id, register_id, point_id) select organisation_id, id, name::bigint from r`,
  );
  // In order of time and point, as they arrive.
  await pool.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select rp.point_id, t, extract(epoch from t - $1)::bigint / 600, 'import', '00000000-0000-4000-8000-000000000000'
       from generate_series($1::timestamptz, $2::timestamptz, '10 minutes') t, register_point rp order by t, rp.point_id`,
    [new Date(Date.UTC(2026 - years, 0, 1)), yearTo],
  );
  await pool.query("delete from job");
  await pool.query("vacuum analyze reading");
  const { rows } = await pool.query<{ id: number }>("select max(register_id) as id from register_point");
  return rows[0]?.id ?? 0;
}

/** Queues the job, waits for its end, and resolves with how long it ran. */
async function recompute(pool: Pool, registerId: number, from: Date | null): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into job (kind, payload) values ('recompute', jsonb_build_object('registerIds', jsonb_build_array($1::bigint),
       'from', $2::timestamptz, 'to', $3::timestamptz)) returning id`,
    [registerId, from, from === null ? null : yearTo],
  );
  for (;;) {
    const job = await pool.query<{ state: string; ms: number; message: string | null }>(
      "select state, extract(epoch from finished_at - started_at)::float8 * 1000 as ms, message from job where id = $1",
      [rows[0]?.id],
    );
    const [now] = job.rows;
    if (now?.state === "failed") throw new Error(`recompute failed: ${now.message}`);
    if (now?.state === "done") return now.ms;
    await sleep(20);
  }
}

async function scan(pool: Pool, registerId: number): Promise<number> {
  const startedAt = performance.now();
  const { rows } = await pool.query({
    rowMode: "array",
    text: `select extract(epoch from time)::float8 * 1000, value, quality from reading
            where point_id = (select point_id from register_point where register_id = $1) and time >= $2 and time < $3
            order by time`,
    values: [registerId, yearFrom, yearTo],
  });
  if (rows.length !== readingsAYear) throw new Error(`${rows.length} readings instead of ${readingsAYear}`);
  return performance.now() - startedAt;
}

async function median(measure: (run: number) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await measure(run));
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
}

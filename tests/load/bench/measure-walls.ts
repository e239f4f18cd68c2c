import { apiSession, readingAs } from "@gtb/database/identity";
import { migrate } from "@gtb/database/migrate";
import type { Queryable } from "@gtb/database/pool";
import { createPool, type Pool } from "@gtb/database/pool";
import { listBuildingPoints } from "@gtb/database/queries/list-building-points";
import { listBuildingWeeks } from "@gtb/database/queries/list-building-weeks";
import { listConsumptionBuckets } from "@gtb/database/queries/list-consumption-buckets";
import { listReadingBuckets } from "@gtb/database/queries/list-reading-buckets";
import { syncPermissions } from "@gtb/database/queries/sync-permissions";
import { databaseUrlFor, ensureDatabase } from "@gtb/infra/database-server";

interface WallCost {
  readonly query: string;
  /** Medians of the runs, in ms: as the owner, who passes every wall, and as gtb_api under a user's identity. */
  readonly bareMs: number;
  readonly walledMs: number;
}

const organisations = 60;
const pointsEach = 20;
const runs = 40;
const from = new Date("2026-01-01T00:00:00Z");
const to = new Date("2026-04-01T00:00:00Z");

export interface MeasuredWalls {
  readonly costs: readonly WallCost[];
  /** How PostgreSQL answers the first of them behind the walls: chunks left out, the point's index range read. */
  readonly plan: readonly string[];
}

/** What the walls cost on hypertables: the API's own queries among 60 organisations' data, without them and with them. */
export async function measureWalls(serverUrl: string): Promise<MeasuredWalls> {
  await ensureDatabase(serverUrl, "bench_walls");
  const databaseUrl = databaseUrlFor(serverUrl, "bench_walls");
  await migrate(databaseUrl);
  const owner = createPool({ databaseUrl, applicationName: "gtb-bench", statementTimeoutMs: 0 });
  const api = createPool({ databaseUrl, applicationName: "gtb-bench", session: { role: "gtb_api", ...apiSession } });
  try {
    const { point, building, meterId, userId } = await fill(owner);
    const identity = { userId, requestId: "bench" };
    const period = { from, to, timeZone: "Europe/Paris" };
    const queries: Readonly<Record<string, (db: Queryable) => Promise<unknown>>> = {
      "a point's readings by day, three months": (db) =>
        listReadingBuckets(db, { point, bucket: "1d", aggregate: "mean", ...period }),
      "a meter's consumption by day, three months": (db) =>
        listConsumptionBuckets(db, { meterIds: [meterId], by: "day", now: to, ...period }),
      "a building's two weeks": (db) => listBuildingWeeks(db, [building], to),
      "a building's points with their latest values": (db) => listBuildingPoints(db, building, from),
    };
    const costs: WallCost[] = [];
    for (const [query, ask] of Object.entries(queries)) {
      const bareMs = await medianMs(() => readingAs(owner, identity, ask));
      const walledMs = await medianMs(() => readingAs(api, identity, ask));
      costs.push({ query, bareMs, walledMs });
    }
    return { costs, plan: await readingAs(api, identity, (db) => explain(db, point)) };
  } finally {
    await owner.end();
    await api.end();
  }
}

async function explain(db: Queryable, point: string): Promise<string[]> {
  const { rows } = await db.query<{ "QUERY PLAN": string }>(
    `explain (analyze, costs off, timing off, summary off)
     select date_trunc('day', r.time, 'Europe/Paris'), avg(r.value) from reading r
      where r.point_id = (select id from point where uuid = $1) and r.time >= $2 and r.time < $3 group by 1`,
    [point, new Date(to.getTime() - 20 * 86_400_000), to],
  );
  return rows.map((row) => row["QUERY PLAN"]);
}

interface BenchedPlace {
  readonly point: string;
  readonly building: string;
  readonly meterId: number;
  readonly userId: number;
}

/** Every organisation with one building, its points every 30 minutes and its meters by the hour; a reader of the last. */
async function fill(pool: Pool): Promise<BenchedPlace> {
  await syncPermissions(pool);
  await pool.query(
    `insert into organisation (kind, code, name) select 'commune', 'b' || n, 'Commune ' || n from generate_series(1, ${organisations}) n`,
  );
  await pool.query("insert into site (organisation_id, name, commune_code) select id, 'S', '27000' from organisation");
  await pool.query(
    `insert into building (organisation_id, site_id, name, use, heating_energy)
     select organisation_id, id, 'B', 'school', 'gas' from site`,
  );
  await pool.query(
    `insert into point (organisation_id, building_id, name, quantity, unit, kind)
     select organisation_id, id, 'P' || n, 'temperature', 'Cel', 'gauge' from building, generate_series(1, ${pointsEach}) n`,
  );
  await pool.query(
    `with m as (insert into meter (organisation_id, building_id, name, energy)
                select organisation_id, id, 'M', 'electricity' from building returning id, organisation_id)
     insert into register (organisation_id, meter_id, name, quantity, kind, unit)
     select organisation_id, id, 'R', 'active-energy', 'index', 'kW.h' from m`,
  );
  await pool.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select p.id, t, 20, 'import', '00000000-0000-4000-8000-000000000000'
       from point p, generate_series($1::timestamptz, $2::timestamptz - interval '1 minute', '30 minutes') t`,
    [from, to],
  );
  await pool.query(
    `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
     select r.id, t, 1, 1, 1, 0, 0 from register r, generate_series($1::timestamptz, $2::timestamptz - interval '1 minute', '1 hour') t`,
    [from, to],
  );
  await pool.query("analyze");
  const { rows } = await pool.query<BenchedPlace>(
    `with u as (insert into app_user (email, name) values ('bench@exemple.fr', 'Bench') returning id),
          place as (select p.uuid as point, b.uuid as building, m.id as meter_id, b.organisation_id
                      from point p join building b on b.id = p.building_id join meter m on m.building_id = b.id
                     order by p.id desc limit 1),
          r as (insert into user_role (user_id, organisation_id, role) select u.id, place.organisation_id, 'reader' from u, place)
     select place.point, place.building, place.meter_id as "meterId", u.id as "userId" from place, u`,
  );
  const [world] = rows;
  if (world === undefined) throw new Error("the bench's world is empty");
  return world;
}

async function medianMs(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
}

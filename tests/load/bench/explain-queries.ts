import { apiSession, readingAs } from "@gtb/database/identity";
import { type Connection, createPool, type Pool } from "@gtb/database/pool";
import { listLeague } from "@gtb/database/queries/list-league";
import { listReadings } from "@gtb/database/queries/list-readings";
import { listRegisterBuckets } from "@gtb/database/queries/list-register-buckets";
import { listRegisterQuality } from "@gtb/database/queries/list-register-quality";
import { listRegisterReadings } from "@gtb/database/queries/list-register-readings";
import { syncPermissions } from "@gtb/database/queries/sync-permissions";
import { widenDirtyRanges } from "@gtb/database/queries/widen-dirty-ranges";
import { createAnalysisWorld, historyEnd } from "./analysis-world.ts";

export interface ExplainedQuery {
  readonly what: string;
  readonly plan: readonly string[];
}

const timeZone = "Europe/Paris";
const year = { from: new Date("2024-12-31T23:00:00Z"), to: new Date("2025-12-31T23:00:00Z"), timeZone };
const month = { from: new Date("2025-11-30T23:00:00Z"), to: new Date("2025-12-31T23:00:00Z"), timeZone };
const dayMs = 86_400_000;

interface Place {
  readonly organisation: string;
  readonly meterIds: readonly number[];
  readonly registerId: number;
  readonly point: string;
  readonly userId: number;
}

/** Plans of the hot queries with their figures: those of the API as gtb_api behind its walls, the engine's as its owner. */
export async function explainHotQueries(serverUrl: string, years: number): Promise<ExplainedQuery[]> {
  const { databaseUrl, pool } = await createAnalysisWorld(serverUrl, "plans", years);
  const api = createPool({ databaseUrl, applicationName: "gtb-plans", session: { role: "gtb_api", ...apiSession } });
  try {
    const place = await choosePlace(pool);
    const walled = (what: string, ask: (db: Connection) => Promise<unknown>) =>
      readingAs(api, { userId: place.userId, requestId: "plans" }, (db) => explain(db, what, ask));
    return [...(await explainAnswers(place, walled)), ...(await explainEngine(pool, place))];
  } finally {
    await api.end();
    await pool.end();
  }
}

type Explain = (what: string, ask: (db: Connection) => Promise<unknown>) => Promise<ExplainedQuery>;

async function explainAnswers(place: Place, explained: Explain): Promise<ExplainedQuery[]> {
  const { organisation, meterIds, point } = place;
  const now = historyEnd;
  return [
    await explained("A building's year by day", (db) => listRegisterBuckets(db, { meterIds, by: "day", now, ...year })),
    await explained("A building's month by hour", (db) =>
      listRegisterBuckets(db, { meterIds, by: "hour", now, ...month }),
    ),
    await explained("The league of 5,000 buildings, a year against the year before", (db) =>
      listLeague(db, { organisation, from: "2025-01-01", to: "2026-01-01", now }),
    ),
    await explained("Data quality of 10,000 registers, a month", (db) =>
      listRegisterQuality(db, { organisation, ...month, now }),
    ),
    await explained("A month of a point's readings", (db) => listReadings(db, { point, ...month })),
  ];
}

async function explainEngine(pool: Pool, { registerId }: Place): Promise<ExplainedQuery[]> {
  const db = await pool.connect();
  const [fromMs, toMs] = [historyEnd.getTime() - 10 * dayMs, historyEnd.getTime() - 9 * dayMs];
  const hours = { hoursFromMs: fromMs, hoursToMs: toMs, loadFromMs: fromMs - dayMs, loadToMs: toMs + dayMs };
  try {
    return [
      await explain(db, "The engine: what a changed day of readings reaches", (asked) =>
        widenDirtyRanges(asked, [{ registerId, fromMs, toMs }]),
      ),
      await explain(db, "The engine: the readings to compute it from", (asked) =>
        listRegisterReadings(asked, [{ registerId, ...hours }]),
      ),
    ];
  } finally {
    db.release();
  }
}

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Runs what `ask` asks under `explain`; it gets no rows. Of several statements the first is kept. */
async function explain(
  db: Connection,
  what: string,
  ask: (db: Connection) => Promise<unknown>,
): Promise<ExplainedQuery> {
  const plans: string[][] = [];
  const query = async (asked: string | Statement, given: readonly unknown[] = []) => {
    const { text, values = given } = typeof asked === "string" ? { text: asked } : asked;
    const { rows } = await db.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${text}`, [...values]);
    plans.push(rows.map((row) => row["QUERY PLAN"]));
    return { rows: [] };
  };
  await ask({ query } as unknown as Connection);
  return { what, plan: plans[0] ?? [] };
}

/** The last building, whose history is stored, and a reader of its organisation. */
async function choosePlace(pool: Pool): Promise<Place> {
  await syncPermissions(pool);
  const { rows } = await pool.query<Place>(
    `with b as (select b.id, b.organisation_id, o.uuid from building b join organisation o on o.id = b.organisation_id order by b.id desc limit 1),
          u as (insert into app_user (email, name) values ('plans@exemple.fr', 'Plans') returning id),
          granted as (insert into user_role (user_id, organisation_id, role) select u.id, b.organisation_id, 'reader' from u, b)
     select b.uuid as organisation, u.id as "userId", array_agg(m.id) as "meterIds", max(r.id) as "registerId",
            (select p.uuid from register_point rp join point p on p.id = rp.point_id where rp.register_id = max(r.id)) as point
       from b cross join u join meter m on m.building_id = b.id join register r on r.meter_id = m.id group by 1, 2`,
  );
  const [place] = rows;
  if (place === undefined) throw new Error("no building was made");
  return place;
}

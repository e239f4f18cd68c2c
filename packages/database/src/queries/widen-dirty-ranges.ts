import { intervalsToLearnFrom } from "@gtb/domain/energy/learned-period";
import { readingQuality } from "@gtb/domain/energy/reading-quality";
import type { Connection } from "../pool.ts";
import type { DirtyRange } from "./take-reading-changes.ts";

/** The hours that a changed reading can change, and the readings it takes to compute them. Times in ms since 1970. */
export interface ConsumptionWindow {
  readonly registerId: number;
  /** Whole hours, [hoursFromMs, hoursToMs) */
  readonly hoursFromMs: number;
  readonly hoursToMs: number;
  /** First and last reading to load, both included */
  readonly loadFromMs: number;
  readonly loadToMs: number;
}

/** How many readings the engine looks back: see hourlyConsumption. */
const lookBack = intervalsToLearnFrom + 1;
const usualReachMs = 2 * 24 * 3_600_000;

/**
 * Widens ranges to the neighbours that the engine needs. Asked with a bound first, which leaves old chunks out when the
 * statement is planned (0.2 ms a range instead of 2); what lacks neighbours within it is asked again without.
 */
export async function widenDirtyRanges(
  connection: Connection,
  ranges: readonly DirtyRange[],
): Promise<ConsumptionWindow[]> {
  if (ranges.length === 0) return [];
  const since = new Date(Math.min(...ranges.map(({ fromMs }) => fromMs)) - usualReachMs);
  const nearby = await ask(connection, ranges, since);
  const lacking = ranges.filter((_, index) => nearby[index]?.lookBackCount !== lookBack);
  if (lacking.length === 0) return nearby;
  const complete = nearby.filter(({ lookBackCount }) => lookBackCount === lookBack);
  return [...complete, ...(await ask(connection, lacking, new Date(0)))];
}

interface WidenedRow extends ConsumptionWindow {
  readonly lookBackCount: number;
}

async function ask(connection: Connection, ranges: readonly DirtyRange[], since: Date): Promise<WidenedRow[]> {
  const { rows } = await connection.query<WidenedRow>(widenSql, [
    ranges.map(({ registerId }) => registerId),
    ranges.map(({ fromMs }) => new Date(fromMs)),
    ranges.map(({ toMs }) => new Date(toMs)),
    since,
  ]);
  return rows;
}

/** Times of the register's readings next to a bound, found in each of its points and then together. */
function neighbours(condition: string, direction: "asc" | "desc", limit: number): string {
  return `(select x.time from register_point rp cross join lateral (
             select r.time from reading r
              where r.point_id = rp.point_id and r.time ${condition} and r.time >= $4
                and r.time >= coalesce(lower(rp.valid), '-infinity') and r.time < coalesce(upper(rp.valid), 'infinity')
                and r.quality & ${readingQuality.suspect} = 0
              order by r.time ${direction} limit ${limit}) x
            where rp.register_id = d.register_id order by x.time ${direction} limit ${limit})`;
}

/** What people say of the register: beside its first or last reading it has hours of its own. */
const events = "register_event e where e.register_id = d.register_id and upper_inf(e.known)";

const milliseconds = (time: string): string => `(extract(epoch from ${time}) * 1000)::float8`;

const widenSql = `
with changed as materialized (
  select d.*,
         date_bin('1 hour', coalesce((select min(time) from ${neighbours("< d.from_time", "desc", 1)} n),
                                     (select min(e.at) from ${events} and e.at < d.from_time), d.from_time), 'epoch') as hours_from,
         (select greatest(max(n.time), d.to_time, case when count(*) < ${lookBack} then (select max(e.at) from ${events}) end)
            from ${neighbours("> d.to_time", "asc", lookBack)} n) as last_time
    from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) with ordinality as d (register_id, from_time, to_time, place)
), d as materialized (
  select *, date_bin('1 hour', last_time + interval '1 hour' - interval '1 microsecond', 'epoch') as hours_to from changed
)
select d.register_id as "registerId", ${milliseconds("d.hours_from")} as "hoursFromMs",
       ${milliseconds("greatest(d.hours_to, d.hours_from + interval '1 hour')")} as "hoursToMs",
       ${milliseconds("coalesce(before.time, d.hours_from)")} as "loadFromMs",
       ${milliseconds("coalesce(after.time, d.hours_to)")} as "loadToMs",
       before.count as "lookBackCount"
  from d
  cross join lateral (select min(n.time) as time, count(*) from ${neighbours("<= d.hours_from", "desc", lookBack)} n) before
  cross join lateral (select max(n.time) as time from ${neighbours(">= d.hours_to", "asc", 1)} n) after
 order by d.place`;

import type { Connection } from "../pool.ts";
import type { ConsumptionWindow } from "./widen-dirty-ranges.ts";

/**
 * From when on each window's hours can be computed from readings that are still kept, in ms since 1970; null: all of it.
 * Infinite where nothing of it can.
 *
 * The retention drops whole chunks, the oldest first. So an hour's readings are lost where it was measured, no chunk holds
 * it that is as old as the hour (a reading that comes late makes a new one), and no reading before its end is left that was
 * known by then. A gap has no measured hours, a withdrawn reading leaves its chunk. The hour before a window is asked too:
 * the first hour after the lost ones began with a reading that is gone.
 */
export async function listKeptStarts(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
): Promise<(number | null)[]> {
  const starts: (number | null)[] = windows.map(() => null);
  if (windows.length === 0) return starts;
  const { rows } = await connection.query<{ place: number; fromMs: number | null }>(keptSql, [
    windows.map(({ registerId }) => registerId),
    windows.map(({ hoursFromMs }) => new Date(hoursFromMs)),
    windows.map(({ hoursToMs }) => new Date(hoursToMs)),
  ]);
  for (const { place, fromMs } of rows) starts[place - 1] = fromMs ?? Number.POSITIVE_INFINITY;
  return starts;
}

/** Times of a register's readings, under a condition on `r`. */
const readings = (register: string, condition: string, limit = ""): string =>
  `select r.time from register_point rp cross join lateral (
     select r.time from reading r
      where r.point_id = rp.point_id and r.time >= coalesce(lower(rp.valid), '-infinity')
        and r.time < coalesce(upper(rp.valid), 'infinity') and ${condition} ${limit} offset 0) r
    where rp.register_id = ${register}`;

const keptSql = `
with chunk as materialized (
  select range_start, range_end, chunk_creation_time as created from timescaledb_information.chunks
   where hypertable_schema = 'public' and hypertable_name = 'reading'
), doubtful as materialized (
  select w.place, w.register_id, c.hour, c.known_since
    from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) with ordinality as w (register_id, "from", "to", place)
   cross join lateral (
     select c.hour, c.known_since from consumption c
      where c.register_id = w.register_id and c.hour >= w."from" - interval '1 hour' and c.hour < w."to" and c.measured_share > 0
     offset 0) c
   where not exists (
     select from chunk k where c.hour >= k.range_start and c.hour < k.range_end and k.created <= c.known_since)
), lost as materialized (
  select d.place, d.register_id, max(d.hour) + interval '1 hour' as until from doubtful d
   where not exists (${readings("d.register_id", "r.time < d.hour + interval '1 hour' and r.known_since <= d.known_since", "limit 1")})
   group by 1, 2
)
select l.place::int4, (ceil(extract(epoch from min(f.time)) / 3600) * 3600000)::float8 as "fromMs"
  from lost l left join lateral (${readings("l.register_id", "r.time >= l.until", "order by r.time limit 1")}) f on true
 group by 1`;

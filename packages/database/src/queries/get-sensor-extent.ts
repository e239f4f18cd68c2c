import type { Queryable } from "../pool.ts";

/** First and last reading of the sensors of a station, in ms since 1970; undefined: none. One index entry a chunk and point. */
export async function getSensorExtent(
  db: Queryable,
  station: number,
): Promise<{ readonly firstMs: number; readonly lastMs: number } | undefined> {
  const { rows } = await db.query<{ firstMs: number | null; lastMs: number | null }>(
    `select (extract(epoch from min(first.time)) * 1000)::float8 as "firstMs", (extract(epoch from max(last.time)) * 1000)::float8 as "lastMs"
       from station_sensor ss
       left join lateral (select time from reading where point_id = ss.point_id order by time limit 1) first on true
       left join lateral (select time from reading where point_id = ss.point_id order by time desc limit 1) last on true
      where ss.station_id = $1`,
    [station],
  );
  const { firstMs = null, lastMs = null } = rows[0] ?? {};
  return firstMs === null || lastMs === null ? undefined : { firstMs, lastMs };
}

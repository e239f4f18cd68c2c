import type { Queryable } from "../pool.ts";

interface Place {
  readonly pointId: number;
  readonly time: Date;
}

/** What stands at these points and times: a value, or undefined, in the order asked. */
export async function listStoredValues(db: Queryable, places: readonly Place[]): Promise<(number | undefined)[]> {
  if (places.length === 0) return [];
  const times = places.map(({ time }) => time.getTime());
  const { rows } = await db.query<{ pointId: number; time: Date; value: number }>(
    // Constant bounds: the join alone would look into every chunk.
    `select r.point_id as "pointId", r.time, r.value
       from reading r join unnest($1::bigint[], $2::timestamptz[]) as p (point_id, time) on p.point_id = r.point_id and p.time = r.time
      where r.time between $3 and $4 and r.point_id = any($1)`,
    [
      places.map(({ pointId }) => pointId),
      places.map(({ time }) => time.toISOString()),
      new Date(times.reduce((a, b) => Math.min(a, b))),
      new Date(times.reduce((a, b) => Math.max(a, b))),
    ],
  );
  const stored = new Map(rows.map(({ pointId, time, value }) => [`${pointId} ${time.getTime()}`, value]));
  return places.map(({ pointId, time }) => stored.get(`${pointId} ${time.getTime()}`));
}

/** The points of these that have no reading before their time. */
export async function listPointsWithoutPast(db: Queryable, places: readonly Place[]): Promise<Set<number>> {
  const { rows } = await db.query<{ pointId: number }>(
    `select p.point_id as "pointId" from unnest($1::bigint[], $2::timestamptz[]) as p (point_id, time)
      where not exists (select from reading r where r.point_id = p.point_id and r.time <= p.time)`,
    [places.map(({ pointId }) => pointId), places.map(({ time }) => time.toISOString())],
  );
  return new Set(rows.map(({ pointId }) => pointId));
}

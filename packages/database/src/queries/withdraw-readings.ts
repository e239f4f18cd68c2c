import type { Connection } from "../pool.ts";

export interface WithdrawRequest {
  /** Points that the sources may have fed, now or before. */
  readonly pointIds: readonly number[];
  readonly sourceIds: readonly string[];
  /** Bounds of the readings' times, both included, so that only their chunks are read. */
  readonly from: Date;
  readonly to: Date;
  /** Readings that stay: what the sources mean today. */
  readonly keep: readonly { readonly pointId: number; readonly time: Date }[];
  readonly actor: string;
  readonly reason: string;
}

/** Moves readings that their source no longer gives to the history. Resolves with what went. */
export async function withdrawReadings(
  connection: Connection,
  request: WithdrawRequest,
): Promise<{ pointId: number; time: Date }[]> {
  const { rows } = await connection.query<{ pointId: number; time: Date }>(
    `with gone as (
       delete from reading r
        where r.point_id = any($1) and r.time between $3 and $4 and r.source_kind = 'uplink' and r.source_id = any($2::uuid[])
          and (r.point_id, r.time) not in (select * from unnest($5::bigint[], $6::timestamptz[]))
       returning r.*),
     kept as (
       insert into reading_history (point_id, time, value, quality, source_kind, source_id, known, actor, reason)
       select point_id, time, value, quality, source_kind, source_id,
              tstzrange(known_since, greatest(now(), known_since), '[]'), $7, $8 from gone)
     select point_id as "pointId", time from gone`,
    [
      request.pointIds,
      request.sourceIds,
      request.from,
      request.to,
      request.keep.map(({ pointId }) => pointId),
      request.keep.map(({ time }) => time),
      request.actor,
      request.reason,
    ],
  );
  return rows;
}

/** Forgets rejected values of uplinks that are decoded again: what is rejected now is stored anew. */
export async function clearRejectedMeasurements(connection: Connection, sourceIds: readonly string[]): Promise<void> {
  await connection.query("delete from rejected_measurement where source_id = any($1::uuid[])", [sourceIds]);
}

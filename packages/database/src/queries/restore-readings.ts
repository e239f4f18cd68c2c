import type { Connection } from "../pool.ts";
import type { SourcedReading } from "./list-readings-to-correct.ts";

export interface Restoring {
  readonly pointId: number;
  /** What stands again, with its own source: it gives way to whatever it would have given way to. */
  readonly restored: readonly SourcedReading[];
  /** Times at which a correction added what nobody had measured: nothing stands there again. */
  readonly removed: readonly Date[];
  /** Bounds of all these times, both included, so that only their chunks are read. */
  readonly from: Date;
  readonly to: Date;
  readonly actor: string;
  readonly reason: string;
}

/** Takes corrected readings of a point out of the way; what they said goes to the history. */
export async function restoreReadings(connection: Connection, restoring: Restoring): Promise<void> {
  const { pointId, restored, removed, from, to, actor, reason } = restoring;
  const times = [...restored.map(({ time }) => time), ...removed];
  const bounds = [pointId, from, to];
  await connection.query(
    `insert into reading_history (point_id, time, value, quality, source_kind, source_id, known, actor, reason)
     select point_id, time, value, quality, source_kind, source_id,
            tstzrange(known_since, greatest(now(), known_since), '[]'), $5, $6
       from reading where point_id = $1 and time between $2 and $3 and time = any($4::timestamptz[])`,
    [...bounds, times, actor, reason],
  );
  await connection.query(
    "delete from reading where point_id = $1 and time between $2 and $3 and time = any($4::timestamptz[])",
    [...bounds, removed],
  );
  await connection.query(
    `update reading r
        set value = b.value, quality = b.quality, source_kind = b.source_kind, source_id = b.source_id, known_since = now()
       from unnest($4::timestamptz[], $5::float8[], $6::smallint[], $7::text[], $8::uuid[])
              as b (time, value, quality, source_kind, source_id)
      where r.point_id = $1 and r.time between $2 and $3 and r.time = b.time`,
    [
      ...bounds,
      restored.map(({ time }) => time),
      restored.map(({ value }) => value),
      restored.map(({ quality }) => quality),
      restored.map(({ sourceKind }) => sourceKind),
      restored.map(({ sourceId }) => sourceId),
    ],
  );
}

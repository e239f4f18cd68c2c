import type { Connection } from "../pool.ts";

interface Withdrawn {
  readonly pointId: number;
  readonly time: Date;
}

/** Who takes back, in the history: what they took back is no earlier truth. */
export const undoActor = "import-undo";

/** The points that imports of the run's file may have fed, with the bounds of their times. */
export async function listImportedPoints(
  connection: Connection,
  runId: number,
): Promise<{ pointId: number; from: Date; to: Date }[]> {
  const { rows } = await connection.query<{ pointId: number; from: Date; to: Date }>(
    `select t.point_id as "pointId", min(t.from_time) as "from", max(t.to_time) as "to"
       from import_run_target t join import_run r on r.id = t.import_run_id
      where r.import_file_id = (select import_file_id from import_run where id = $1) and r.kind = 'import'
      group by t.point_id order by t.point_id`,
    [runId],
  );
  return rows;
}

/**
 * Moves a point's readings that imports of the run's file gave to the history, and puts back what stood there before them.
 * Resolves with the times that changed.
 */
export async function withdrawImport(
  connection: Connection,
  runId: number,
  { pointId, from, to }: { readonly pointId: number; readonly from: Date; readonly to: Date },
  reason: string,
): Promise<Withdrawn[]> {
  const { rows } = await connection.query<Withdrawn>(
    `with source as (
       select uuid from import_run
        where kind = 'import' and import_file_id = (select import_file_id from import_run where id = $1)),
     gone as (
       delete from reading r where r.point_id = $2 and r.time between $3 and $4 and r.source_kind = 'import'
          and r.source_id = any(array(select uuid from source))
       returning r.*),
     kept as (
       insert into reading_history (point_id, time, value, quality, source_kind, source_id, known, actor, reason)
       select point_id, time, value, quality, source_kind, source_id,
              tstzrange(known_since, greatest(now(), known_since), '[]'), '${undoActor}', $5 from gone)
     select point_id as "pointId", time from gone`,
    [runId, pointId, from, to, reason],
  );
  await restoreEarlier(connection, runId, pointId, rows);
  return rows;
}

/** A statement of its own: it sees the places that were freed. */
async function restoreEarlier(
  connection: Connection,
  runId: number,
  pointId: number,
  freed: readonly Withdrawn[],
): Promise<void> {
  if (freed.length === 0) return;
  await connection.query(
    `insert into reading (point_id, time, value, quality, source_kind, source_id)
     select distinct on (h.time) h.point_id, h.time, h.value, h.quality, h.source_kind, h.source_id
       from reading_history h
      where h.point_id = $2 and h.time = any($3::timestamptz[]) and h.actor <> '${undoActor}' and h.source_kind <> 'correction'
        and not (h.source_kind = 'import' and h.source_id in (
              select uuid from import_run where import_file_id = (select import_file_id from import_run where id = $1)))
        and not (h.source_kind = 'import' and exists (
              select from reading_history u
               where u.point_id = $2 and u.time = h.time and u.source_id = h.source_id and u.actor = '${undoActor}'))
      order by h.time, upper(h.known) desc
     on conflict do nothing`,
    [runId, pointId, freed.map(({ time }) => time.toISOString())],
  );
}

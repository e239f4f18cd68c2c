import { CopyBuffer } from "../copy-buffer.ts";
import { copyRows } from "../copy-rows.ts";
import type { Connection } from "../pool.ts";
import { unlessAlreadyThere } from "../savepoint.ts";

export type ReadingSourceKind = "uplink" | "import" | "correction";

/** One row of `reading`: the raw count or value of a point at a time. */
export interface ReadingRow {
  readonly pointId: number;
  readonly time: Date;
  readonly value: number;
  /** Bit flags, see the domain's reading quality. */
  readonly quality: number;
  readonly sourceId: string;
}

export interface MergeContext {
  readonly kind: ReadingSourceKind;
  /** Who and why, kept with every value that is superseded. */
  readonly actor: string;
  readonly reason: string;
}

export interface MergedReadings {
  readonly inserted: number;
  readonly superseded: number;
  /** What is new or different now; "all" where every row was new. */
  readonly changed: readonly { pointId: number; time: Date }[] | "all";
}

const columns = "point_id, time, value, quality, source_kind, source_id";

/**
 * Stores readings once each. A reading that is there already gives way only to a source of the same or a higher rank
 * (uplink < import < correction); between two uplinks with different values for one instant the greater id stays,
 * so that the result does not depend on their order. What gives way goes to `reading_history`.
 * One COPY in a savepoint; the merge is paid only where a row was there already.
 */
export async function mergeReadings(
  connection: Connection,
  rows: readonly ReadingRow[],
  context: MergeContext,
): Promise<MergedReadings> {
  if (rows.length === 0) return { inserted: 0, superseded: 0, changed: [] };
  const bytes = toCopyBytes(rows, context.kind);
  const allNew = await unlessAlreadyThere(connection, () =>
    copyRows(connection, `copy reading (${columns}) from stdin (format binary)`, bytes),
  );
  if (allNew) return { inserted: rows.length, superseded: 0, changed: "all" };
  await connection.query(
    "create temp table if not exists incoming_reading (like reading including defaults) on commit delete rows",
  );
  await connection.query("truncate incoming_reading");
  await copyRows(connection, `copy incoming_reading (${columns}) from stdin (format binary)`, bytes);
  const inserted = await insertNew(connection);
  const superseded = await supersede(connection, timeSpan(rows), context);
  return { inserted: inserted.length, superseded: superseded.length, changed: [...inserted, ...superseded] };
}

interface Changed {
  readonly pointId: number;
  readonly time: Date;
}

const incoming =
  "(select distinct on (point_id, time) * from incoming_reading order by point_id, time, source_id desc)";

async function insertNew(connection: Connection): Promise<Changed[]> {
  const { rows } = await connection.query<Changed>(
    `insert into reading (${columns}) select ${columns} from ${incoming} incoming
     on conflict do nothing returning point_id as "pointId", time`,
  );
  return rows;
}

/** Runs after every row is there, so that a row inserted meanwhile by another worker is seen and locked. */
async function supersede(
  connection: Connection,
  span: readonly [Date, Date],
  context: MergeContext,
): Promise<Changed[]> {
  const { rows } = await connection.query<Changed>(
    `with outdated as (
       select r.point_id, r.time, r.value, r.quality, r.source_kind, r.source_id, r.known_since,
              i.value as new_value, i.quality as new_quality, i.source_kind as new_kind, i.source_id as new_id
         from reading r join ${incoming} i on i.point_id = r.point_id and i.time = r.time
        where r.time between $1 and $2
          and (r.value, r.quality) is distinct from (i.value, i.quality)
          and case when r.source_kind <> i.source_kind
                   then array_position(array['uplink', 'import', 'correction'], i.source_kind)
                      > array_position(array['uplink', 'import', 'correction'], r.source_kind)
                   when i.source_kind = 'uplink' then i.source_id >= r.source_id
                   else true end
          for update of r),
     kept as (
       insert into reading_history (point_id, time, value, quality, source_kind, source_id, known, actor, reason)
       select point_id, time, value, quality, source_kind, source_id,
              tstzrange(known_since, greatest(now(), known_since), '[]'), $3, $4 from outdated)
     update reading r
        set value = o.new_value, quality = o.new_quality, source_kind = o.new_kind, source_id = o.new_id, known_since = now()
       from outdated o
      where r.point_id = o.point_id and r.time = o.time and r.time between $1 and $2
      returning r.point_id as "pointId", r.time`,
    [span[0], span[1], context.actor, context.reason],
  );
  return rows;
}

/** Constant bounds, without which the join would look into every chunk of the hypertable. */
function timeSpan(rows: readonly ReadingRow[]): readonly [Date, Date] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of rows) {
    first = Math.min(first, time.getTime());
    last = Math.max(last, time.getTime());
  }
  return [new Date(first), new Date(last)];
}

function toCopyBytes(rows: readonly ReadingRow[], kind: ReadingSourceKind): Buffer {
  const copy = new CopyBuffer(rows.length * 90);
  for (const row of rows) {
    copy.startRow(6);
    copy.int64(row.pointId);
    copy.timestamp(row.time);
    copy.float64(row.value);
    copy.int16(row.quality);
    copy.text(kind);
    copy.uuid(row.sourceId);
  }
  return copy.finish();
}

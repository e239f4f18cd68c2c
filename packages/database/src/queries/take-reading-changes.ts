import type { Connection } from "../pool.ts";

export interface StagePosition {
  readonly xid: string;
  readonly id: number;
}

/** Waits for the stage's other readers, then keeps them out until the transaction ends. */
export async function lockStage(connection: Connection, stage: string): Promise<StagePosition> {
  const { rows } = await connection.query<StagePosition>(
    "select xid::text as xid, id from stage_cursor where stage = $1 for update",
    [stage],
  );
  const [position] = rows;
  if (position === undefined) throw new Error(`stage ${stage} has no cursor`);
  return position;
}

/** Where the first `limit` outbox rows after a position end that no open transaction can come before; undefined: none. */
export async function findOutboxEnd(
  connection: Connection,
  after: StagePosition,
  limit: number,
): Promise<StagePosition | undefined> {
  const { rows } = await connection.query<StagePosition>(
    `select xid::text as xid, id
       from (select xid, id from reading_change
              where (xid, id) > ($1::xid8, $2) and xid < pg_snapshot_xmin(pg_current_snapshot())
              order by xid, id limit $3) page
      order by page.xid desc, page.id desc limit 1`,
    [after.xid, after.id, limit],
  );
  return rows[0];
}

export interface DirtyRange {
  readonly registerId: number;
  /** First and last time of changed readings, both included, in ms since 1970 */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Between which times readings of registers changed, by the outbox rows in (after, end]. */
export async function listDirtyRanges(
  connection: Connection,
  after: StagePosition,
  end: StagePosition,
): Promise<DirtyRange[]> {
  const { rows } = await connection.query<DirtyRange>(
    `select rp.register_id as "registerId",
            (extract(epoch from greatest(p."from", lower(rp.valid))) * 1000)::float8 as "fromMs",
            (extract(epoch from least(p."to", upper(rp.valid))) * 1000)::float8 as "toMs"
       from reading_change c
       cross join unnest(c.point_ids, c.from_times, c.to_times) as p (id, "from", "to")
       join register_point rp on rp.point_id = p.id and rp.valid && tstzrange(p."from", p."to", '[]')
      where (c.xid, c.id) > ($1::xid8, $2) and (c.xid, c.id) <= ($3::xid8, $4)
      order by 1, 2`,
    [after.xid, after.id, end.xid, end.id],
  );
  return rows;
}

export async function advanceStage(connection: Connection, stage: string, to: StagePosition): Promise<void> {
  await connection.query("update stage_cursor set xid = $2::xid8, id = $3 where stage = $1", [stage, to.xid, to.id]);
}

import type { Queryable } from "../pool.ts";

export interface OutboxPosition {
  /** Oldest transaction that may still add rows unseen so far */
  readonly xid: string;
  /** Rows at or after it that were seen already */
  readonly seen: readonly number[];
}

export interface ReadingChanges {
  readonly rows: readonly ReadingChangeRow[];
  /** Where to go on */
  readonly xid: string;
}

export interface ReadingChangeRow {
  readonly id: number;
  readonly xid: string;
  /** Points that have a changed reading since `since`. */
  readonly pointIds: number[];
}

/** Where a reader that wants only what comes from now on begins. */
export async function currentOutboxPosition(db: Queryable): Promise<OutboxPosition> {
  const { rows } = await db.query<{ xid: string }>("select pg_snapshot_xmin(pg_current_snapshot())::text as xid");
  return { xid: rows[0]?.xid ?? "0", seen: [] };
}

/**
 * What was stored after a position, in the order of the outbox. Rows are seen as soon as they are committed, not when
 * every older transaction has ended: a long import would else hold back what is live. Reads the (xid, id) index from
 * the position on.
 */
export async function listReadingChanges(
  db: Queryable,
  { xid, seen }: OutboxPosition,
  since: Date,
  limit: number,
): Promise<ReadingChanges> {
  const { rows } = await db.query<ReadingChangeRow & { readonly next: string }>(
    `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xid)
     select h.xid::text as next, c.id, c.xid::text as xid,
            (select coalesce(array_agg(distinct p.id), '{}')
               from unnest(c.point_ids, c.to_times) as p (id, "to") where p."to" >= $3) as "pointIds"
       from horizon h
       left join lateral (select * from reading_change c
                           where c.xid >= $1::xid8 and c.id <> all ($2::bigint[])
                           order by c.xid, c.id limit $4) c on true`,
    [xid, seen, since, limit],
  );
  return { rows: rows.filter(({ id }) => id !== null), xid: rows[0]?.next ?? xid };
}

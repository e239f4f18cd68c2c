import type { Queryable } from "../pool.ts";

/** Queues a pass over the outbox for the outdoor sensors unless nothing new waits in it, or a pass does already. */
export async function enqueueClimate(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into job (kind, dedupe_key)
     select 'climate', 'all' from stage_cursor s
      where s.stage = 'climate'
        and exists (select from reading_change c
                     where (c.xid, c.id) > (s.xid, s.id) and c.xid < pg_snapshot_xmin(pg_current_snapshot()))
     on conflict (kind, dedupe_key) where state = 'queued' do nothing`,
  );
  return rowCount === 1;
}

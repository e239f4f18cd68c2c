import type { Queryable } from "../pool.ts";

export interface NewJob {
  readonly kind: string;
  readonly payload?: object;
  /** While a job of this kind with this key waits, another is not added. */
  readonly dedupeKey?: string;
  /** The higher, the earlier */
  readonly priority?: number;
  readonly organisationId?: number;
}

/** Queues a job; resolves with its uuid, undefined when one with its key waits already. */
export async function enqueueJob(db: Queryable, job: NewJob): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into job (kind, payload, dedupe_key, priority, organisation_id) values ($1, $2, $3, $4, $5)
     on conflict (kind, dedupe_key) where state = 'queued' do nothing returning uuid as id`,
    [job.kind, JSON.stringify(job.payload ?? {}), job.dedupeKey, job.priority ?? 0, job.organisationId],
  );
  return rows[0]?.id;
}

/** Queues a pass over the outbox unless nothing new waits in it, or a pass does already. True when one was queued. */
export async function enqueueConsumption(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into job (kind, dedupe_key)
     select 'consumption', 'all' from stage_cursor s
      where s.stage = 'consumption'
        and exists (select from reading_change c
                     where (c.xid, c.id) > (s.xid, s.id) and c.xid < pg_snapshot_xmin(pg_current_snapshot()))
     on conflict (kind, dedupe_key) where state = 'queued' do nothing`,
  );
  return rowCount === 1;
}

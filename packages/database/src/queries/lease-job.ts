import type { Queryable } from "../pool.ts";

export interface LeasedJob {
  readonly id: number;
  readonly uuid: string;
  readonly kind: string;
  readonly organisationId: number | null;
  readonly payload: unknown;
  readonly fencingToken: number;
  readonly progressDone: number;
  readonly attempts: number;
  readonly maxAttempts: number;
}

/** Which hold on a job a worker means: an older token than the job's own may change nothing. */
export type JobHold = Pick<LeasedJob, "id" | "fencingToken">;

/**
 * Takes the next job of these kinds: one that waits, or one whose worker let its lease expire. A job in the midst of a
 * guarded transaction is locked and skipped, so it is never taken while a write of its worker may still commit.
 */
export async function leaseJob(
  db: Queryable,
  kinds: readonly string[],
  worker: string,
  leaseSeconds: number,
): Promise<LeasedJob | undefined> {
  const { rows } = await db.query<LeasedJob>(
    `update job set state = 'running', worker = $2, lease_until = now() + make_interval(secs => $3),
            fencing_token = fencing_token + 1, attempts = attempts + 1, started_at = coalesce(started_at, now()), message = null
      where id = (select id from job
                   where kind = any($1) and (state = 'queued' and run_at <= now() or state = 'running' and lease_until < now())
                   order by priority desc, run_at, id limit 1 for update skip locked)
      returning id, uuid, kind, organisation_id as "organisationId", payload, fencing_token as "fencingToken",
                progress_done as "progressDone", attempts, max_attempts as "maxAttempts"`,
    [kinds, worker, leaseSeconds],
  );
  return rows[0];
}

/** Prolongs a lease and, inside a transaction, keeps the job from being taken until its end. False when it is lost. */
export async function renewJobLease(db: Queryable, hold: JobHold, leaseSeconds: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update job set lease_until = clock_timestamp() + make_interval(secs => $3)
      where id = $1 and fencing_token = $2 and state = 'running'`,
    [hold.id, hold.fencingToken, leaseSeconds],
  );
  return rowCount === 1;
}

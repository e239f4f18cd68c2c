import type { Queryable } from "../pool.ts";
import type { JobHold } from "./lease-job.ts";

/** Ends a job well. Like its siblings it resolves with false, and changes nothing, when the job is no longer its caller's. */
export async function finishJob(db: Queryable, hold: JobHold, message: string | undefined): Promise<boolean> {
  const { rowCount } = await db.query(
    `update job set state = 'done', finished_at = now(), lease_until = null, message = $3,
            progress_total = case when progress_total is not null then progress_done end
      where id = $1 and fencing_token = $2 and state = 'running'`,
    [hold.id, hold.fencingToken, message],
  );
  return rowCount === 1;
}

/** Gives a job up for good. */
export async function failJob(db: Queryable, hold: JobHold, message: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update job set state = 'failed', finished_at = now(), lease_until = null, message = $3
      where id = $1 and fencing_token = $2 and state = 'running'`,
    [hold.id, hold.fencingToken, message],
  );
  return rowCount === 1;
}

export interface Retry {
  readonly afterSeconds: number;
  readonly message: string | null;
  /** False when the job itself did nothing wrong: its worker stops. */
  readonly countsAsAttempt: boolean;
}

/**
 * Puts a job back into the queue. Where another with its key waits already, which will do the same work, this one ends:
 * two that wait with one key there cannot be.
 */
export async function retryJob(db: Queryable, hold: JobHold, retry: Retry): Promise<boolean> {
  const { rowCount } = await db.query(
    `update job j
        set (state, finished_at, message) = (
              select case when not twin then 'queued' when $5 then 'failed' else 'done' end, case when twin then now() end,
                     case when twin then concat_ws('; ', $4::text, 'left to another job with its key') else $4 end
                from (select exists (select from job o
                                      where o.kind = j.kind and o.dedupe_key = j.dedupe_key and o.state = 'queued')) t (twin)),
            run_at = now() + make_interval(secs => $3), lease_until = null,
            attempts = greatest(0, attempts - case when $5 then 0 else 1 end)
      where id = $1 and fencing_token = $2 and state = 'running'`,
    [hold.id, hold.fencingToken, retry.afterSeconds, retry.message, retry.countsAsAttempt],
  );
  return rowCount === 1;
}

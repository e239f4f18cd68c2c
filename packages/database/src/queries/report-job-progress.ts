import type { Queryable } from "../pool.ts";
import type { JobHold } from "./lease-job.ts";

/** Notes how far a job is. One that gets on has not failed: its attempts are counted anew. */
export async function reportJobProgress(
  db: Queryable,
  hold: JobHold,
  done: number,
  total: number | null,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update job set progress_done = $3, progress_total = $4, attempts = case when $3 > progress_done then 1 else attempts end
      where id = $1 and fencing_token = $2 and state = 'running'`,
    [hold.id, hold.fencingToken, done, total],
  );
  return rowCount === 1;
}

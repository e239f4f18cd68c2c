import type { Queryable } from "../pool.ts";
import { type JobRow, jobColumns } from "./list-jobs.ts";

/** One job by its uuid. Undefined when there is none. */
export async function getJob(db: Queryable, jobId: string): Promise<JobRow | undefined> {
  const { rows } = await db.query<JobRow>(`select ${jobColumns} from job where uuid = $1`, [jobId]);
  return rows[0];
}

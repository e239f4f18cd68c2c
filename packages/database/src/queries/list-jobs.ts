import type { Queryable } from "../pool.ts";

export type JobState = "queued" | "running" | "done" | "failed";

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly progressDone: number;
  readonly progressTotal: number | null;
  readonly message: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** `createdAt` in ISO 8601 with its microseconds, which a Date would lose. */
  readonly createdText: string;
}

export interface JobFilter {
  readonly kind?: string | undefined;
  readonly state?: JobState | undefined;
  readonly after?: { readonly createdText: string; readonly id: string } | undefined;
  readonly limit: number;
}

export const jobColumns = `uuid as id, kind, state, attempts, max_attempts as "maxAttempts", progress_done as "progressDone",
  progress_total as "progressTotal", message, created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt",
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdText"`;

/** Jobs, the newest first. Walks the index on created_at until the page is full: a rare kind may walk it whole. */
export async function listJobs(db: Queryable, { kind, state, after, limit }: JobFilter): Promise<JobRow[]> {
  const { rows } = await db.query<JobRow>(
    `select ${jobColumns} from job
      where ($1::text is null or kind = $1)
        and ($2::text is null or state = $2)
        and ($3::timestamptz is null or (created_at, uuid) < ($3, $4::uuid))
      order by created_at desc, uuid desc limit $5`,
    [kind, state, after?.createdText, after?.id, limit],
  );
  return rows;
}

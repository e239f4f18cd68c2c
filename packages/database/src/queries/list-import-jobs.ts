import type { Queryable } from "../pool.ts";

export interface ImportJobState {
  readonly name: string;
  readonly file: string;
  readonly state: "queued" | "running" | "done" | "failed";
}

/** The imports whose name begins with `prefix`. Walks the job table once: a start-up question, not one for a page. */
export async function listImportJobs(db: Queryable, prefix: string): Promise<ImportJobState[]> {
  const { rows } = await db.query<ImportJobState>(
    `select payload->>'name' as name, payload->>'file' as file, state
       from job where kind = 'import-readings' and starts_with(payload->>'name', $1)`,
    [prefix],
  );
  return rows;
}

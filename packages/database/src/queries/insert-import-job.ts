import type { Queryable } from "../pool.ts";

export interface NewImportJob {
  /** Absolute path of the CSV file, as the worker sees it */
  readonly file: string;
  readonly name: string;
  /** The higher, the earlier */
  readonly priority: number;
}

/** Queues the import of a readings file, unless one of this name waits already. */
export async function insertImportJob(db: Queryable, { file, name, priority }: NewImportJob): Promise<void> {
  await db.query(
    `insert into job (kind, dedupe_key, priority, payload)
     values ('import-readings', $1, $2, jsonb_build_object('file', $3::text, 'name', $1::text))
     on conflict (kind, dedupe_key) where state = 'queued' do nothing`,
    [name, priority, file],
  );
}

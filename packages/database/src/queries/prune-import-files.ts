import type { Queryable } from "../pool.ts";

/** Forgets the bytes of files that were brought before `before` and that no job waits for or reads. Returns how many files. */
export async function pruneImportFiles(db: Queryable, before: Date): Promise<number> {
  const { rowCount } = await db.query(
    `with old as (
       update import_file f set pruned_at = now()
        where f.created_at < $1 and f.pruned_at is null
          and not exists (select from import_run r join job j on j.id = r.job_id
                           where r.import_file_id = f.id and j.state in ('queued', 'running'))
       returning f.id
     ), gone as (
       delete from import_file_chunk c using old where c.import_file_id = old.id
     )
     select from old`,
    [before],
  );
  return rowCount ?? 0;
}

import type { Queryable } from "../pool.ts";

/**
 * Keeps a piece of a file; sent again it takes the place of the first. False where there is no such file, where it would grow
 * beyond what was announced, or where runs have
 * been asked for: what was checked must stay what is imported.
 */
export async function putImportChunk(db: Queryable, file: string, number: number, content: Buffer): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into import_file_chunk (organisation_id, import_file_id, number, content)
     select f.organisation_id, f.id, $2, $3 from import_file f
      where f.uuid = $1 and f.pruned_at is null and not exists (select from import_run r where r.import_file_id = f.id)
        and f.bytes >= octet_length($3::bytea) + (select coalesce(sum(octet_length(c.content)), 0) from import_file_chunk c
                                                   where c.import_file_id = f.id and c.number <> $2)
     on conflict (import_file_id, number) do update set content = excluded.content`,
    [file, number, content],
  );
  return rowCount === 1;
}

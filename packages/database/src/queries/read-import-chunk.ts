import type { Queryable } from "../pool.ts";

/** A piece of a file; undefined behind the last. */
export async function readImportChunk(db: Queryable, file: string, number: number): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ content: Buffer }>(
    `select content from import_file_chunk
      where import_file_id = (select id from import_file where uuid = $1) and number = $2`,
    [file, number],
  );
  return rows[0]?.content;
}

import type { Queryable } from "../pool.ts";

export interface NewImportFile {
  /** uuid */
  readonly organisation: string;
  readonly name: string;
  readonly bytes: number;
}

/** Announces a file and returns its uuid; undefined where the organisation is not there. */
export async function insertImportFile(db: Queryable, file: NewImportFile): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into import_file (organisation_id, name, bytes) select id, $2, $3 from organisation where uuid = $1
     returning uuid as id`,
    [file.organisation, file.name, file.bytes],
  );
  return rows[0]?.id;
}

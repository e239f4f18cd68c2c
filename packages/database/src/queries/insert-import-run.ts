import type { Queryable } from "../pool.ts";

export interface NewImportRun {
  /** uuid of the file */
  readonly file: string;
  readonly kind: "check" | "import" | "undo";
  /** null: of an undo */
  readonly mapping: object | null;
}

/** Asks for a run of a file and queues its job (by a trigger); undefined where there is no such file. */
export async function insertImportRun(
  db: Queryable,
  { file, kind, mapping }: NewImportRun,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into import_run (organisation_id, import_file_id, kind, mapping)
     select organisation_id, id, $2, $3::jsonb from import_file where uuid = $1
     returning uuid as id`,
    [file, kind, mapping && JSON.stringify(mapping)],
  );
  return rows[0]?.id;
}

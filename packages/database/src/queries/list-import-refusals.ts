import type { Queryable } from "../pool.ts";

export interface ImportRefusalRow {
  readonly id: number;
  readonly line: number;
  readonly column: string | null;
  /** In French */
  readonly reason: string;
}

/** What a run (uuid) refused, by line; behind `after` where it is given. */
export async function listImportRefusals(
  db: Queryable,
  run: string,
  {
    after,
    limit,
  }: { readonly after?: { readonly line: number; readonly id: number } | undefined; readonly limit: number },
): Promise<ImportRefusalRow[]> {
  const { rows } = await db.query<ImportRefusalRow>(
    `select id, line, column_name as "column", reason from import_refusal
      where import_run_id = (select id from import_run where uuid = $1)
        and ($2::bigint is null or (line, id) > ($2, $3))
      order by line, id limit $4`,
    [run, after?.line, after?.id, limit],
  );
  return rows;
}

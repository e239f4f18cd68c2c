import type { Queryable } from "../pool.ts";

export interface ImportMappingRow {
  readonly id: string;
  readonly name: string;
  readonly mapping: unknown;
}

/** Saves a mapping under its name, in the place of the one before; undefined where the organisation (uuid) is not there. */
export async function saveImportMapping(
  db: Queryable,
  { organisation, name, mapping }: { readonly organisation: string; readonly name: string; readonly mapping: object },
): Promise<ImportMappingRow | undefined> {
  const { rows } = await db.query<ImportMappingRow>(
    `insert into import_mapping (organisation_id, name, mapping) select id, $2, $3::jsonb from organisation where uuid = $1
     on conflict (organisation_id, name) do update set mapping = excluded.mapping
     returning uuid as id, name, mapping`,
    [organisation, name, JSON.stringify(mapping)],
  );
  return rows[0];
}

/** An organisation's mappings by name. */
export async function listImportMappings(db: Queryable, organisation: string): Promise<ImportMappingRow[]> {
  const { rows } = await db.query<ImportMappingRow>(
    `select uuid as id, name, mapping from import_mapping
      where organisation_id = (select id from organisation where uuid = $1) order by name collate "fr-x-icu", uuid`,
    [organisation],
  );
  return rows;
}

/** False where there is no such mapping. */
export async function deleteImportMapping(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from import_mapping where uuid = $1", [id]);
  return rowCount === 1;
}

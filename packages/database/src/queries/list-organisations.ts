import type { Queryable } from "../pool.ts";

export type OrganisationKind = "agency" | "departement" | "epci" | "commune";

export interface OrganisationRow {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly buildingCount: number;
  readonly deviceCount: number;
}

export interface OrganisationFilter {
  readonly kind?: OrganisationKind | undefined;
  /** Part of the name, or the start of the code; whatever the case. */
  readonly search?: string | undefined;
  readonly withBuildings?: boolean | undefined;
  /** Only those that sort after this one. */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

export const organisationColumns = `o.uuid as id, o.kind, o.code, o.name, o.population,
  (select count(*) from building b where b.organisation_id = o.id) as "buildingCount",
  (select count(*) from device d where d.organisation_id = o.id) as "deviceCount"`;

/** Organisations by name. Reads the table whole (some 600 rows in the Eure) and counts for the page's rows only. */
export async function listOrganisations(db: Queryable, filter: OrganisationFilter): Promise<OrganisationRow[]> {
  const { rows } = await db.query<OrganisationRow>(
    `select ${organisationColumns}
       from (select * from organisation o
              where ($1::text is null or o.kind = $1)
                and ($2::text is null or strpos(lower(o.name), lower($2)) > 0 or starts_with(lower(o.code), lower($2)))
                and ($3::boolean is null or $3 = exists (select from building b where b.organisation_id = o.id))
                and ($4::text is null or (o.name collate "fr-x-icu", o.uuid) > ($4, $5::uuid))
              order by o.name collate "fr-x-icu", o.uuid limit $6) o
      order by o.name collate "fr-x-icu", o.uuid`,
    [filter.kind, filter.search, filter.withBuildings, filter.after?.name, filter.after?.id, filter.limit],
  );
  return rows;
}

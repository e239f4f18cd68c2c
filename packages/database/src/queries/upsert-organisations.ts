import type { Queryable } from "../pool.ts";
import type { OrganisationKind } from "./list-organisations.ts";

export interface OfficialOrganisation {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
}

/** Adds organisations, or brings name and population of known ones up to date. One statement. */
export async function upsertOrganisations(
  db: Queryable,
  organisations: readonly OfficialOrganisation[],
): Promise<void> {
  await db.query(
    `insert into organisation (kind, code, name, population)
     select kind, code, name, population
       from jsonb_to_recordset($1) as o (kind text, code text, name text, population integer)
     on conflict (kind, code) do update set name = excluded.name, population = excluded.population
      where (organisation.name, organisation.population) is distinct from (excluded.name, excluded.population)`,
    [JSON.stringify(organisations)],
  );
}

import type { Queryable } from "../pool.ts";
import type { OrganisationKind } from "./list-organisations.ts";

export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
}

/** Adds an organisation and returns its uuid; undefined when one of this kind and code exists. */
export async function insertOrganisation(db: Queryable, organisation: NewOrganisation): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into organisation (kind, code, name, population) values ($1, $2, $3, $4)
     on conflict (kind, code) do nothing returning uuid as id`,
    [organisation.kind, organisation.code, organisation.name, organisation.population],
  );
  return rows[0]?.id;
}

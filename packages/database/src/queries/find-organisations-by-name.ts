import type { Queryable } from "../pool.ts";

export interface NamedOrganisation {
  /** uuid */
  readonly id: string;
  readonly name: string;
}

/** The organisations that somebody means by a name, an official code or a uuid, whatever the case. */
export async function findOrganisationsByName(db: Queryable, given: string): Promise<NamedOrganisation[]> {
  const { rows } = await db.query<NamedOrganisation>(
    `select uuid as id, name from organisation
      where lower(name) = lower($1) or code = $1 or uuid::text = lower($1) order by name, uuid`,
    [given],
  );
  return rows;
}

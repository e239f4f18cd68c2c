import type { Queryable } from "../pool.ts";
import type { OrganisationKind } from "./list-organisations.ts";

export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
}

/**
 * Adds an organisation and returns its uuid; undefined when one of this kind and code exists. Who adds it has agreed with
 * it: a link from their agency, with consent from now on, which its own administrator can end.
 */
export async function insertOrganisation(db: Queryable, organisation: NewOrganisation): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with added as (
       insert into organisation (kind, code, name, population) values ($1, $2, $3, $4)
       on conflict (kind, code) do nothing returning id, uuid),
     linked as (
       insert into organisation_link (parent_id, child_id, kind, valid, consented_at)
       select g.organisation_id, a.id, 'service', daterange(current_date, null), now()
         from added a cross join (select organisation_id from granted('organisation:manage') limit 1) g)
     select uuid as id from added`,
    [organisation.kind, organisation.code, organisation.name, organisation.population],
  );
  return rows[0]?.id;
}

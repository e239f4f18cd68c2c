import type { Queryable } from "../pool.ts";

export interface ReachedOrganisation {
  readonly id: string;
  readonly name: string;
}

/** Organisations whose data the identity sees, all of it or some buildings, by name. Reads the table whole (some 600). */
export async function listReachedOrganisations(db: Queryable): Promise<ReachedOrganisation[]> {
  const { rows } = await db.query<ReachedOrganisation>(
    `select o.uuid as id, o.name from organisation o
      where o.id in (select reached_organisations('data:read'))
         or o.id in (select b.organisation_id from building b where b.id in (select reached_buildings('data:read')))
      order by o.name collate "fr-x-icu", o.uuid`,
  );
  return rows;
}

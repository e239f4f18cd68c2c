import type { Queryable } from "../pool.ts";

export interface NewSite {
  /** uuid */
  readonly organisation: string;
  readonly name: string;
  readonly address: string | null;
  readonly communeCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Adds a site and returns its uuid; undefined when the organisation does not exist. */
export async function insertSite(db: Queryable, site: NewSite): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into site (organisation_id, name, address, commune_code, latitude, longitude)
     select o.id, $2, $3, $4, $5, $6 from organisation o where o.uuid = $1 returning uuid as id`,
    [site.organisation, site.name, site.address, site.communeCode, site.latitude, site.longitude],
  );
  return rows[0]?.id;
}

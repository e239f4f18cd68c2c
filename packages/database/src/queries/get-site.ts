import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface SiteRow {
  readonly id: string;
  readonly organisation: NamedReferenceRow;
  readonly name: string;
  readonly address: string | null;
  readonly communeCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export async function getSite(db: Queryable, siteId: string): Promise<SiteRow | undefined> {
  const { rows } = await db.query<SiteRow>(
    `select s.uuid as id, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation, s.name, s.address,
            s.commune_code as "communeCode", s.latitude, s.longitude
       from site s join organisation o on o.id = s.organisation_id where s.uuid = $1`,
    [siteId],
  );
  return rows[0];
}

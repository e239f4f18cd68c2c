import type { Queryable } from "../pool.ts";
import type { OrganisationReference } from "./insert-organisation-links.ts";

/** Links organisations to the agency with their consent, from today on, where there is no such link. One statement. */
export async function consentToAgency(
  db: Queryable,
  agencyCode: string,
  children: readonly OrganisationReference[],
): Promise<void> {
  await db.query(
    `insert into organisation_link (parent_id, child_id, kind, valid, consented_at)
     select a.id, c.id, 'service', daterange(current_date, null), now()
       from jsonb_array_elements($2) as w (reference)
       join organisation c on c.kind = w.reference->>0 and c.code = w.reference->>1
       join organisation a on a.kind = 'agency' and a.code = $1
      where not exists (
        select from organisation_link k where k.parent_id = a.id and k.child_id = c.id and k.kind = 'service')`,
    [agencyCode, JSON.stringify(children)],
  );
}

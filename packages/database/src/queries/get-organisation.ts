import type { Queryable } from "../pool.ts";
import { type OrganisationKind, type OrganisationRow, organisationColumns } from "./list-organisations.ts";

export interface OrganisationLinkRow {
  readonly id: string;
  readonly name: string;
  readonly organisationKind: OrganisationKind;
  readonly kind: "membership" | "territory" | "service";
}

export interface OrganisationDetailRow extends OrganisationRow {
  readonly parents: OrganisationLinkRow[];
  readonly children: OrganisationLinkRow[];
}

const linkObject = `jsonb_build_object('id', other.uuid, 'name', other.name, 'organisationKind', other.kind, 'kind', l.kind)`;

/** One organisation with those it is linked to on `today` (`YYYY-MM-DD`). Undefined when there is none. */
export async function getOrganisation(
  db: Queryable,
  organisationId: string,
  today: string,
): Promise<OrganisationDetailRow | undefined> {
  const { rows } = await db.query<OrganisationDetailRow>(
    `select ${organisationColumns},
            (select coalesce(jsonb_agg(${linkObject} order by other.name), '[]')
               from organisation_link l join organisation other on other.id = l.parent_id
              where l.child_id = o.id and l.valid @> $2::date) as parents,
            (select coalesce(jsonb_agg(${linkObject} order by other.name), '[]')
               from organisation_link l join organisation other on other.id = l.child_id
              where l.parent_id = o.id and l.valid @> $2::date) as children
       from organisation o where o.uuid = $1`,
    [organisationId, today],
  );
  return rows[0];
}

import type { Queryable } from "../pool.ts";
import type { OrganisationKind } from "./list-organisations.ts";

/** An organisation by its kind and official code. */
export type OrganisationReference = readonly [kind: OrganisationKind, code: string];

export interface OrganisationLink {
  readonly parent: OrganisationReference;
  readonly child: OrganisationReference;
  readonly kind: "membership" | "territory" | "service";
}

/** Adds links that hold from ever on, where there is none of this kind between the two yet. One statement. */
export async function insertOrganisationLinks(db: Queryable, links: readonly OrganisationLink[]): Promise<void> {
  await db.query(
    `insert into organisation_link (parent_id, child_id, kind)
     select p.id, c.id, l.kind
       from jsonb_to_recordset($1) as l (parent jsonb, child jsonb, kind text)
       join organisation p on p.kind = l.parent->>0 and p.code = l.parent->>1
       join organisation c on c.kind = l.child->>0 and c.code = l.child->>1
      where not exists (
        select from organisation_link k where k.parent_id = p.id and k.child_id = c.id and k.kind = l.kind)`,
    [JSON.stringify(links)],
  );
}

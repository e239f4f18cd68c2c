import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface ConsentRow {
  readonly id: string;
  readonly parent: NamedReferenceRow;
  readonly child: NamedReferenceRow;
  readonly kind: "membership" | "territory" | "service";
  /** `YYYY-MM-DD`; null: from ever on */
  readonly from: string | null;
  readonly until: string | null;
  readonly consentedAt: Date | null;
}

export interface ConsentFilter {
  /** uuid of the link */
  readonly id?: string | undefined;
  /** uuid of either side */
  readonly organisation?: string | undefined;
}

/** Links that hold or will, with the agreement of each, where the identity sees both sides. Reads the table: 1,300 rows in the Eure. */
export async function listConsents(db: Queryable, { id, organisation }: ConsentFilter): Promise<ConsentRow[]> {
  const { rows } = await db.query<ConsentRow>(
    `select l.uuid as id, jsonb_build_object('id', p.uuid, 'name', p.name) as parent,
            jsonb_build_object('id', c.uuid, 'name', c.name) as child, l.kind,
            nullif(lower(l.valid), '-infinity')::text as "from", nullif(upper(l.valid), 'infinity')::text as until,
            l.consented_at as "consentedAt"
       from organisation_link l
       join organisation p on p.id = l.parent_id
       join organisation c on c.id = l.child_id
      where ($1::uuid is null or l.uuid = $1) and ($2::uuid is null or p.uuid = $2 or c.uuid = $2)
        and not isempty(l.valid) and (upper(l.valid) is null or upper(l.valid) > current_date)
      order by p.name collate "fr-x-icu", c.name collate "fr-x-icu", l.kind, l.id`,
    [id, organisation],
  );
  return rows;
}

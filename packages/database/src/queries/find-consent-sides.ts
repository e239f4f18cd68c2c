import type { Queryable } from "../pool.ts";

export interface ConsentSides {
  readonly parentId: number;
  readonly childId: number;
  /** Whether the identity speaks for the child. */
  readonly mayConsent: boolean;
}

/** Both sides (uuids) of an agreement; undefined when the identity does not see one of them. */
export async function findConsentSides(
  db: Queryable,
  parent: string,
  child: string,
): Promise<ConsentSides | undefined> {
  const { rows } = await db.query<ConsentSides>(
    `select p.id as "parentId", c.id as "childId", may_consent_for(c.id) as "mayConsent"
       from organisation p cross join organisation c where p.uuid = $1 and c.uuid = $2`,
    [parent, child],
  );
  return rows[0];
}

import type { Queryable } from "../pool.ts";

export interface NewConsent {
  readonly parentId: number;
  readonly childId: number;
  readonly kind: "membership" | "territory" | "service";
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly until: string | null;
}

/** Adds a link that the child agreed to, and returns its uuid. Another of this kind that holds then is an exclusion violation. */
export async function insertConsent(db: Queryable, consent: NewConsent): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into organisation_link (parent_id, child_id, kind, valid, consented_at)
     values ($1, $2, $3, daterange($4, $5), now()) returning uuid as id`,
    [consent.parentId, consent.childId, consent.kind, consent.from, consent.until],
  );
  if (rows[0] === undefined) throw new Error("The link was not added");
  return rows[0].id;
}

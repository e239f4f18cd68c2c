import type { Queryable } from "../pool.ts";

export interface ConsentChange {
  readonly consented?: true | undefined;
  /** `YYYY-MM-DD`; null: open; undefined: as it is */
  readonly until?: string | null | undefined;
}

/** Agrees to a link (uuid), or sets its end. False when there is none that the identity speaks for. */
export async function changeConsent(db: Queryable, linkId: string, change: ConsentChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update organisation_link
        set consented_at = case when $2 then coalesce(consented_at, now()) else consented_at end,
            valid = case when $3 then daterange(lower(valid), $4) else valid end
      where uuid = $1 and may_consent_for(child_id)`,
    [linkId, change.consented === true, change.until !== undefined, change.until],
  );
  return rowCount === 1;
}

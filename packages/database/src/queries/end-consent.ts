import type { Queryable } from "../pool.ts";

/** Ends a link (uuid) today, which is its first day without; what was is kept. False when there is none that the identity speaks for. */
export async function endConsent(db: Queryable, linkId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update organisation_link set valid = daterange(lower(valid), greatest(lower(valid), current_date))
      where uuid = $1 and may_consent_for(child_id)`,
    [linkId],
  );
  return rowCount === 1;
}

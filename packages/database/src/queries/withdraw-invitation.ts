import type { Queryable } from "../pool.ts";

/** Withdraws an invitation (uuid) that waits. False when there is none, or when the identity could not have sent it. */
export async function withdrawInvitation(db: Queryable, invitationId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update invitation set revoked_at = now()
      where uuid = $1 and accepted_at is null and revoked_at is null and expires_at > now()`,
    [invitationId],
  );
  return rowCount === 1;
}

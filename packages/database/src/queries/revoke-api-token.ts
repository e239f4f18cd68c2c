import type { Queryable } from "../pool.ts";

/** Withdraws one of the identity's own tokens (uuid). False when there is none. */
export async function revokeApiToken(db: Queryable, tokenId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "update api_token set revoked_at = now() where uuid = $1 and user_id = current_user_id() and revoked_at is null",
    [tokenId],
  );
  return rowCount === 1;
}

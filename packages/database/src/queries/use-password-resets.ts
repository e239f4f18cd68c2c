import type { Queryable } from "../pool.ts";

/**
 * Uses a link up, and with it every other one of its user: true once. As gtb_auth, by index; of two requests with one
 * link the second waits, then is refused.
 */
export async function usePasswordResets(db: Queryable, tokenDigest: Buffer, userId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update password_reset set used_at = now()
      where token_digest = $1 and user_id = $2 and used_at is null and expires_at > now()`,
    [tokenDigest, userId],
  );
  if (rowCount !== 1) return false;
  await db.query("update password_reset set used_at = now() where user_id = $1 and used_at is null", [userId]);
  return true;
}

import type { Queryable } from "../pool.ts";

/** Opens an account that wrong tries have locked: its owner has proven themselves another way. As gtb_auth. */
export async function forgetFailedSignIns(db: Queryable, emailDigest: Buffer, userId: number): Promise<void> {
  await db.query("delete from sign_in_attempt where email_digest = $1", [emailDigest]);
  await db.query("update app_user set failed_attempts = 0, locked_until = null where id = $1", [userId]);
}

import type { Queryable } from "../pool.ts";

/** As gtb_auth, by primary key. */
export async function removeTotpSecret(db: Queryable, userId: number): Promise<void> {
  await db.query(
    "update app_user set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = $1",
    [userId],
  );
}

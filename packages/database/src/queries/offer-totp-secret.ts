import type { Queryable } from "../pool.ts";

/** Keeps a secret of which no code was given yet; false: one holds already. As gtb_auth, by primary key. */
export async function offerTotpSecret(db: Queryable, userId: number, secret: Buffer): Promise<boolean> {
  const { rowCount } = await db.query(
    "update app_user set totp_secret = $2, totp_last_step = null where id = $1 and totp_confirmed_at is null",
    [userId, secret],
  );
  return rowCount === 1;
}

import type { Queryable } from "../pool.ts";

/**
 * Takes the code of a time step: true once for each, and never for one before the last taken. The first one of a secret
 * confirms it. As gtb_auth, by primary key; of two requests with one code the second waits, then is refused.
 */
export async function takeTotpStep(db: Queryable, userId: number, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update app_user set totp_last_step = $2, totp_confirmed_at = coalesce(totp_confirmed_at, now())
      where id = $1 and totp_secret is not null and (totp_last_step is null or totp_last_step < $2)`,
    [userId, step],
  );
  return rowCount === 1;
}

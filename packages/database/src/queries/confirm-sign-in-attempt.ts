import type { Queryable } from "../pool.ts";

/** A try was right: the count of wrong ones starts again, on the account too. As gtb_auth, by primary keys. */
export async function confirmSignInAttempt(db: Queryable, id: number, userId: number): Promise<void> {
  await db.query(
    `with a as (update sign_in_attempt set succeeded = true, at = clock_timestamp() where id = $1)
     update app_user set failed_attempts = 0, locked_until = null
      where id = $2 and (failed_attempts > 0 or locked_until is not null)`,
    [id, userId],
  );
}

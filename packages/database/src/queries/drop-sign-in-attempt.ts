import type { Queryable } from "../pool.ts";

/** What counts neither as a wrong try nor as a sign-in, such as a right password whose code is to come. As gtb_auth. */
export async function dropSignInAttempt(db: Queryable, id: number): Promise<void> {
  await db.query("delete from sign_in_attempt where id = $1", [id]);
}

import type { Queryable } from "../pool.ts";

/**
 * Shuts a user (uuid) out with their sessions and tokens, or lets them in again. False when the identity may not: the
 * database wants it to manage every role of theirs, and to be somebody else.
 */
export async function setUserDisabled(db: Queryable, userId: string, disabled: boolean): Promise<boolean> {
  const { rows } = await db.query<{ done: boolean }>("select set_user_disabled($1, $2) as done", [userId, disabled]);
  return rows[0]?.done ?? false;
}

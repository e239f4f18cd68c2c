import type { Queryable } from "../pool.ts";

/**
 * Forgets a user (uuid): a pseudonym stays for the audit, their roles end. False when the identity may not: it is the
 * person's own right, and the agency administrator's.
 */
export async function eraseUser(db: Queryable, userId: string): Promise<boolean> {
  const { rows } = await db.query<{ done: boolean }>("select erase_user($1) as done", [userId]);
  return rows[0]?.done ?? false;
}

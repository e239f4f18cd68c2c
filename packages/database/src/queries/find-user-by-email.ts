import type { Queryable } from "../pool.ts";

/** Inner id of the user with this address (in lower case); as gtb_auth. By the unique index. */
export async function findUserByEmail(db: Queryable, email: string): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>("select id from app_user where email = $1", [email]);
  return rows[0]?.id;
}

import type { Queryable } from "../pool.ts";

/** As gtb_auth, by primary key. */
export async function setPassword(db: Queryable, userId: number, passwordHash: string): Promise<void> {
  await db.query("update app_user set password_hash = $2 where id = $1", [userId, passwordHash]);
}

import type { Queryable } from "../pool.ts";
import { type UserRow, userColumns } from "./list-users.ts";

/** One user that the identity sees; undefined when there is none, or when they were erased. */
export async function getUser(db: Queryable, userId: string): Promise<UserRow | undefined> {
  const { rows } = await db.query<UserRow>(
    `select ${userColumns} from app_user u where u.uuid = $1 and u.erased_at is null`,
    [userId],
  );
  return rows[0];
}

import type { Action } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

/** What the identity may do somewhere, within its token's scopes. A look at its roles for each of some ten actions. */
export async function listOwnActions(db: Queryable): Promise<Action[]> {
  const { rows } = await db.query<{ action: Action }>(
    "select action from (select distinct action from role_permission) p where may(action) order by action",
  );
  return rows.map(({ action }) => action);
}

import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

export interface FoundRole {
  readonly role: Role;
  readonly organisationId: number;
  /** Whether it is the identity's own. */
  readonly own: boolean;
  readonly mayGive: boolean;
}

/** A role (uuid) that somebody holds now, as the identity sees it; undefined when there is none. */
export async function findRole(db: Queryable, roleId: string): Promise<FoundRole | undefined> {
  const { rows } = await db.query<FoundRole>(
    `select r.role, r.organisation_id as "organisationId", r.user_id = current_user_id() as own,
            may_give(r.role, r.organisation_id) as "mayGive"
       from user_role r where r.uuid = $1 and r.valid @> now()`,
    [roleId],
  );
  return rows[0];
}

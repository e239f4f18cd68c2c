import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

export interface NewRole {
  /** uuid */
  readonly user: string;
  readonly organisationId: number;
  readonly role: Role;
  readonly buildingIds: readonly number[] | null;
}

/** Gives a role from now on, in the identity's name. One that is held already is an exclusion violation. */
export async function insertRole(db: Queryable, { user, organisationId, role, buildingIds }: NewRole): Promise<void> {
  await db.query(
    `insert into user_role (user_id, organisation_id, role, building_ids, granted_by)
     select u.id, $2, $3, $4, current_user_id() from app_user u where u.uuid = $1`,
    [user, organisationId, role, buildingIds],
  );
}

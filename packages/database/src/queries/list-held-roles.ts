import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface HeldRoleRow {
  readonly id: string;
  /** uuid of who holds it */
  readonly user: string;
  readonly role: Role;
  readonly organisation: NamedReferenceRow;
  /** Null: every building. Those that the identity does not see are left out. */
  readonly buildings: NamedReferenceRow[] | null;
  readonly since: Date;
  readonly until: Date | null;
  readonly fromProvider: boolean;
}

/** The roles that these users (uuids) hold now, as far as the identity sees them. By the index of user_role by user. */
export async function listHeldRoles(db: Queryable, users: readonly string[]): Promise<HeldRoleRow[]> {
  const { rows } = await db.query<HeldRoleRow>(
    `select r.uuid as id, u.uuid as user, r.role, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation,
            case when r.building_ids is not null then (
              select coalesce(jsonb_agg(jsonb_build_object('id', b.uuid, 'name', b.name) order by b.name collate "fr-x-icu", b.id), '[]')
                from building b where b.id = any (r.building_ids)) end as buildings,
            lower(r.valid) as since, upper(r.valid) as until, r.from_provider as "fromProvider"
       from app_user u
       join user_role r on r.user_id = u.id and r.valid @> now()
       join organisation o on o.id = r.organisation_id
      where u.uuid = any ($1)
      order by o.name collate "fr-x-icu", r.role`,
    [users],
  );
  return rows;
}

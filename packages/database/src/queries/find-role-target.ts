import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import type { OrganisationKind } from "./list-organisations.ts";

export interface RoleTarget {
  readonly organisationId: number;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  /** Whether the identity may give this role there. */
  readonly mayGive: boolean;
  /** Inner ids of those buildings asked for that are the organisation's, and that the identity sees. */
  readonly buildingIds: readonly number[];
}

export interface RoleAsked {
  /** uuid */
  readonly organisation: string;
  readonly role: Role;
  /** uuids; null: every building */
  readonly buildings: readonly string[] | null;
}

/** Where a role would hold, and whether it may be given there; undefined when the identity sees no such organisation. */
export async function findRoleTarget(db: Queryable, asked: RoleAsked): Promise<RoleTarget | undefined> {
  const { rows } = await db.query<RoleTarget>(
    `select o.id as "organisationId", o.name as organisation, o.kind, may_give($2, o.id) as "mayGive",
            array(select b.id from building b where b.uuid = any ($3::uuid[]) and b.organisation_id = o.id) as "buildingIds"
       from organisation o where o.uuid = $1`,
    [asked.organisation, asked.role, asked.buildings],
  );
  return rows[0];
}

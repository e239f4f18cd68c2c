import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

export interface NewInvitation {
  readonly organisationId: number;
  readonly email: string;
  readonly role: Role;
  readonly buildingIds: readonly number[] | null;
  readonly tokenDigest: Buffer;
  readonly validDays: number;
}

/**
 * Adds an invitation in the identity's name and returns its uuid. One that waits for the same address, role and
 * organisation is withdrawn: it is the newest mail that counts. Asks nothing about accounts.
 */
export async function insertInvitation(db: Queryable, invitation: NewInvitation): Promise<string> {
  const { organisationId, email, role, buildingIds, tokenDigest, validDays } = invitation;
  const { rows } = await db.query<{ id: string }>(
    `with replaced as (
       update invitation set revoked_at = now()
        where organisation_id = $1 and email = $2 and role = $3 and accepted_at is null and revoked_at is null)
     insert into invitation (organisation_id, email, role, building_ids, token_digest, invited_by, expires_at)
     values ($1, $2, $3, $4, $5, current_user_id(), now() + make_interval(days => $6)) returning uuid as id`,
    [organisationId, email, role, buildingIds, tokenDigest, validDays],
  );
  if (rows[0] === undefined) throw new Error("The invitation was not added");
  return rows[0].id;
}

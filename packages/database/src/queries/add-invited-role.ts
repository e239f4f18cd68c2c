import type { Queryable } from "../pool.ts";
import type { ClaimedInvitation } from "./claim-invitation.ts";

/**
 * Gives a user (inner id) the role of an invitation; as gtb_auth. Where they hold it already it becomes the wider of the
 * two: every building, or the buildings of both.
 */
export async function addInvitedRole(db: Queryable, userId: number, invitation: ClaimedInvitation): Promise<void> {
  const { organisationId, role, buildingIds, invitedBy } = invitation;
  const { rows } = await db.query<{ buildingIds: number[] | null }>(
    `update user_role set valid = tstzrange(lower(valid), greatest(lower(valid), now()))
      where user_id = $1 and organisation_id = $2 and role = $3 and valid @> now()
     returning building_ids as "buildingIds"`,
    [userId, organisationId, role],
  );
  const [held] = rows;
  const wider = held === undefined || buildingIds === null ? buildingIds : merge(held.buildingIds, buildingIds);
  await db.query(
    `insert into user_role (user_id, organisation_id, role, building_ids, granted_by) values ($1, $2, $3, $4, $5)`,
    [userId, organisationId, role, wider, invitedBy],
  );
}

function merge(held: readonly number[] | null, added: readonly number[]): readonly number[] | null {
  return held === null ? null : [...new Set([...held, ...added])];
}

import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import { isAcceptable } from "./find-invitation.ts";

export interface ClaimedInvitation {
  readonly email: string;
  readonly organisationId: number;
  readonly role: Role;
  readonly buildingIds: readonly number[] | null;
  readonly invitedBy: number | null;
}

/** Takes the invitation of a token, once; as gtb_auth. Undefined when somebody did, or when it may not be taken. */
export async function claimInvitation(db: Queryable, tokenDigest: Buffer): Promise<ClaimedInvitation | undefined> {
  const { rows } = await db.query<ClaimedInvitation>(
    `update invitation v set accepted_at = now() where v.token_digest = $1 and ${isAcceptable}
     returning v.email, v.organisation_id as "organisationId", v.role, v.building_ids as "buildingIds",
               v.invited_by as "invitedBy"`,
    [tokenDigest],
  );
  return rows[0];
}

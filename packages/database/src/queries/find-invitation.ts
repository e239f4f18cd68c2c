import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

export interface FoundInvitation {
  readonly email: string;
  readonly organisation: string;
  readonly role: Role;
  readonly hasAccount: boolean;
}

/** What makes an invitation `v` acceptable: once, in time, and while its sender could still give the role. */
export const isAcceptable = `v.accepted_at is null and v.revoked_at is null and v.expires_at > now()
  and (v.invited_by is null or could_give(v.invited_by, v.role, v.organisation_id))
  and not exists (select from app_user shut where shut.email = v.email and shut.disabled_at is not null)`;

/** The invitation of a link's token, as gtb_auth; undefined when it is unknown, used, withdrawn or over. */
export async function findInvitation(db: Queryable, tokenDigest: Buffer): Promise<FoundInvitation | undefined> {
  const { rows } = await db.query<FoundInvitation>(
    `select v.email, o.name as organisation, v.role,
            exists (select from app_user u where u.email = v.email) as "hasAccount"
       from invitation v join organisation o on o.id = v.organisation_id
      where v.token_digest = $1 and ${isAcceptable}`,
    [tokenDigest],
  );
  return rows[0];
}

import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

/** Who knocks, by what they showed. Read as gtb_auth, before there is an identity. */
export interface Caller {
  readonly userId: number;
  readonly user: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface FoundSession extends Caller {
  readonly sessionId: number;
  readonly csrfDigest: Buffer;
}

export interface FoundToken extends Caller {
  readonly tokenId: number;
  readonly tokenName: string;
  readonly scopes: readonly string[];
}

const rolesOf = `array(select distinct r.role from user_role r where r.user_id = u.id and r.valid @> now()) as roles`;

/** The session of a cookie; undefined when it is over, unknown, or its user may not come in any more. Prolongs it. */
export async function findSession(db: Queryable, digest: Buffer, idleHours: number): Promise<FoundSession | undefined> {
  const { rows } = await db.query<FoundSession>(
    `with s as (
       update session set last_seen_at = now()
        where token_digest = $1 and expires_at > now() and last_seen_at > now() - make_interval(hours => $2)
       returning id, user_id, csrf_digest)
     select s.id as "sessionId", s.csrf_digest as "csrfDigest", u.id as "userId", u.uuid as user, u.name, ${rolesOf}
       from s join app_user u on u.id = s.user_id and u.disabled_at is null`,
    [digest, idleHours],
  );
  return rows[0];
}

/** The API token of a header; undefined when it is unknown, over or withdrawn. Notes that it was used. */
export async function findApiToken(db: Queryable, digest: Buffer): Promise<FoundToken | undefined> {
  const { rows } = await db.query<FoundToken>(
    `with t as (
       update api_token set last_used_at = now()
        where token_digest = $1 and expires_at > now() and revoked_at is null returning id, user_id, name, scopes)
     select t.id as "tokenId", t.name as "tokenName", t.scopes, u.id as "userId", u.uuid as user, u.name, ${rolesOf}
       from t join app_user u on u.id = t.user_id and u.disabled_at is null`,
    [digest],
  );
  return rows[0];
}

import type { Queryable } from "../pool.ts";

export interface NewPasswordReset {
  readonly email: string;
  readonly tokenDigest: Buffer;
  readonly validMinutes: number;
  /** No more than so many an hour for one account: nobody fills another's mailbox. */
  readonly mostAnHour: number;
}

export interface ResetRequest {
  readonly locale: "fr" | "en";
  readonly expiresAt: Date;
}

/**
 * Notes that the account of this address may set a new password; undefined: no such account, or it signs in through the
 * provider only, or it has asked too often. As gtb_auth, by index.
 */
export async function insertPasswordReset(db: Queryable, reset: NewPasswordReset): Promise<ResetRequest | undefined> {
  const { rows } = await db.query<ResetRequest>(
    `with forgotten as (
       delete from password_reset where token_digest in (
         select token_digest from password_reset where expires_at < now() - interval '1 day' limit 20)),
     u as (
       select id, locale from app_user u
        where email = $1 and disabled_at is null and erased_at is null and password_hash is not null
          and $4 > (select count(*) from password_reset r where r.user_id = u.id and r.created_at > now() - interval '1 hour')),
     r as (
       insert into password_reset (token_digest, user_id, expires_at)
       select $2, id, now() + make_interval(mins => $3) from u returning expires_at)
     select u.locale, r.expires_at as "expiresAt" from u, r`,
    [reset.email, reset.tokenDigest, reset.validMinutes, reset.mostAnHour],
  );
  return rows[0];
}

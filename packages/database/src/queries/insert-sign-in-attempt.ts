import type { Queryable } from "../pool.ts";

/**
 * Writes a try down as failed before it is looked at, so that tries sent at once are counted too; resolves with its id.
 * As gtb_auth. Forgets some that are older than a day: it reads the oldest twenty only.
 */
export async function insertSignInAttempt(db: Queryable, emailDigest: Buffer, ip: string): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `with forgotten as (
       delete from sign_in_attempt where id in (
         select id from (select id, at from sign_in_attempt order by id limit 20) oldest
          where oldest.at < now() - interval '1 day'))
     insert into sign_in_attempt (email_digest, ip, succeeded, at) values ($1, $2, false, clock_timestamp()) returning id`,
    [emailDigest, ip],
  );
  return rows[0]?.id ?? 0;
}

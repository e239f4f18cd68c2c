import type { Queryable } from "../pool.ts";

export interface NewSession {
  readonly userId: number;
  readonly tokenDigest: Buffer;
  readonly csrfDigest: Buffer;
  readonly days: number;
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/** Opens a session; resolves with its inner id. Forgets those of the user that are over. As gtb_auth. */
export async function insertSession(db: Queryable, session: NewSession): Promise<number> {
  const { userId, tokenDigest, csrfDigest, days, ip, userAgent } = session;
  const { rows } = await db.query<{ id: number }>(
    `with forgotten as (delete from session where user_id = $1 and expires_at < now())
     insert into session (user_id, token_digest, csrf_digest, expires_at, ip, user_agent)
     values ($1, $2, $3, now() + make_interval(days => $4), $5, left($6, 500)) returning id`,
    [userId, tokenDigest, csrfDigest, days, ip, userAgent],
  );
  return rows[0]?.id ?? 0;
}

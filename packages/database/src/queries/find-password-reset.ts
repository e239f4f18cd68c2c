import type { Queryable } from "../pool.ts";

/** Whose password a link may set, while it holds; it is not used up by this. As gtb_auth, by primary key. */
export async function findPasswordReset(db: Queryable, tokenDigest: Buffer): Promise<number | undefined> {
  const { rows } = await db.query<{ userId: number }>(
    `select user_id as "userId" from password_reset where token_digest = $1 and used_at is null and expires_at > now()`,
    [tokenDigest],
  );
  return rows[0]?.userId;
}

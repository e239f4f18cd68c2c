import type { Queryable } from "../pool.ts";

/** Ends the session of a cookie; no matter whether there is one. As gtb_auth, by index. */
export async function deleteSession(db: Queryable, tokenDigest: Buffer): Promise<void> {
  await db.query("delete from session where token_digest = $1", [tokenDigest]);
}

import type { Connection } from "../pool.ts";

export interface KeyedRequest {
  readonly userId: number;
  readonly key: string;
  readonly route: string;
  readonly bodyDigest: Buffer;
}

/** `new`: the request is to be done. Else what was asked with the key before, and answered. */
export type KeyClaim =
  | "new"
  | { readonly sameRequest: boolean; readonly status: number | null; readonly reply: string | null };

/**
 * Claims a key for the request of this transaction; waits for another that is at work with it. A key older than 24 hours
 * is free again. One insert, and one read of its row where it was taken.
 */
export async function claimIdempotencyKey(db: Connection, request: KeyedRequest): Promise<KeyClaim> {
  const { userId, key, route, bodyDigest } = request;
  const claimed = await db.query(
    `insert into idempotency_key as k (user_id, key, route, body_digest) values ($1, $2, $3, $4)
     on conflict (user_id, key) do update
       set route = excluded.route, body_digest = excluded.body_digest, status = null, reply = null, created_at = now()
       where k.created_at < now() - interval '24 hours'`,
    [userId, key, route, bodyDigest],
  );
  if (claimed.rowCount === 1) return "new";
  const { rows } = await db.query<Exclude<KeyClaim, string>>(
    `select route = $3 and body_digest = $4 as "sameRequest", status, reply
       from idempotency_key where user_id = $1 and key = $2`,
    [userId, key, route, bodyDigest],
  );
  // Cleared away between the two statements: it is free.
  return rows[0] ?? claimIdempotencyKey(db, request);
}

import type { Connection } from "../pool.ts";

export interface IdempotentReply {
  readonly userId: number;
  readonly key: string;
  readonly status: number;
  /** The body as it is sent. */
  readonly reply: string;
}

/** Keeps what a request answered under the key that its transaction has claimed. One row. */
export async function keepIdempotentReply(
  db: Connection,
  { userId, key, status, reply }: IdempotentReply,
): Promise<void> {
  await db.query("update idempotency_key set status = $3, reply = $4 where user_id = $1 and key = $2", [
    userId,
    key,
    status,
    reply,
  ]);
}

import type { Queryable } from "../pool.ts";

export interface NewSeal {
  readonly id: number;
  readonly count: number;
  /** In hexadecimal: who notes it elsewhere can tell later that nothing before it was changed. */
  readonly hash: string;
}

/**
 * Seals up to `most` events that no seal has yet; undefined when there is none. Other sealers wait for its transaction.
 * Reads and updates each event once: some 50 µs an event.
 */
export async function sealAudit(db: Queryable, most: number): Promise<NewSeal | undefined> {
  const { rows } = await db.query<NewSeal>(
    "select id, count, encode(hash, 'hex') as hash from audit_seal_next($1) where id is not null",
    [most],
  );
  return rows[0];
}

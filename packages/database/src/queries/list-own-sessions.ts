import type { Queryable } from "../pool.ts";

export interface SessionRow {
  readonly sessionId: number;
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Where the identity is signed in, the latest first; sessions that are over are not. By index. */
export async function listOwnSessions(db: Queryable, idleHours: number): Promise<SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `select id as "sessionId", uuid as id, created_at as "createdAt", last_seen_at as "lastSeenAt", host(ip) as ip,
            user_agent as "userAgent"
       from session
      where user_id = current_user_id() and expires_at > now() and last_seen_at > now() - make_interval(hours => $1)
      order by last_seen_at desc, id`,
    [idleHours],
  );
  return rows;
}

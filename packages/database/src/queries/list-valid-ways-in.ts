import type { Queryable } from "../pool.ts";

/** Inner ids of sessions and of API tokens. */
export interface WaysIn {
  readonly sessions: readonly number[];
  readonly tokens: readonly number[];
}

/** Those by which somebody may still come in; prolongs none. As gtb_auth, by primary key. */
export async function listValidWaysIn(db: Queryable, { sessions, tokens }: WaysIn, idleHours: number): Promise<WaysIn> {
  const { rows } = await db.query<WaysIn>(
    `select array(select s.id from session s join app_user u on u.id = s.user_id and u.disabled_at is null
                   where s.id = any ($1) and s.expires_at > now() and s.last_seen_at > now() - make_interval(hours => $3)) as sessions,
            array(select t.id from api_token t join app_user u on u.id = t.user_id and u.disabled_at is null
                   where t.id = any ($2) and t.expires_at > now() and t.revoked_at is null) as tokens`,
    [sessions, tokens, idleHours],
  );
  return rows[0] ?? { sessions: [], tokens: [] };
}

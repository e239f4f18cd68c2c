import type { Queryable } from "../pool.ts";

export interface FillRow {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  readonly method: "same-hours";
  readonly reason: string;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly filledHours: number;
}

/** What people asked to be filled of a register (uuid), the newest first. */
export async function listFills(db: Queryable, register: string): Promise<FillRow[]> {
  const { rows } = await db.query<FillRow>(
    `select q.uuid as id, q.from_time as "from", q.to_time as "to", q.method, q.reason,
            (select u.name from app_user u where u.id = q.requested_by) as "requestedBy", q.requested_at as "requestedAt",
            q.withdrawn_at as "withdrawnAt",
            (select count(*) from consumption_fill f where f.register_id = q.register_id and f.request_id = q.id) as "filledHours"
       from consumption_fill_request q where q.register_id = (select id from register where uuid = $1)
      order by q.requested_at desc, q.id desc`,
    [register],
  );
  return rows;
}

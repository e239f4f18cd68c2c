import type { Queryable } from "../pool.ts";

export interface NewFill {
  readonly from: Date;
  readonly to: Date;
  readonly reason: string;
}

/** Asks for a register's missing hours (uuid) to be filled; a trigger queues the job. Resolves with the request's uuid. */
export async function insertFill(
  db: Queryable,
  register: string,
  { from, to, reason }: NewFill,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into consumption_fill_request (organisation_id, register_id, from_time, to_time, method, reason)
     select organisation_id, id, $2, $3, 'same-hours', $4 from register where uuid = $1 returning uuid as id`,
    [register, from, to, reason],
  );
  return rows[0]?.id;
}

import type { Connection } from "../pool.ts";

/**
 * Deletes outbox rows that every stage had passed when it was called before, so that who follows the outbox without a
 * cursor of their own (the live stream) has the time between two calls to see them. Returns how many.
 */
export async function pruneReadingChanges(connection: Connection): Promise<number> {
  await connection.query("insert into stage_cursor (stage) values ('prune') on conflict do nothing");
  const { rowCount } = await connection.query(
    "delete from reading_change c using stage_cursor s where s.stage = 'prune' and (c.xid, c.id) <= (s.xid, s.id)",
  );
  await connection.query(
    `update stage_cursor p set xid = passed.xid, id = passed.id
       from (select xid, id from stage_cursor where stage <> 'prune' order by xid, id limit 1) passed
      where p.stage = 'prune'`,
  );
  return rowCount ?? 0;
}

/** Outbox rows that a stage has still to read, committed or not; counted up to `atMost`. */
export async function countWaitingChanges(
  db: Pick<Connection, "query">,
  stage: string,
  atMost: number,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) from (select from stage_cursor s join reading_change c on (c.xid, c.id) > (s.xid, s.id)
                            where s.stage = $1 limit $2) waiting`,
    [stage, atMost],
  );
  return rows[0]?.count ?? 0;
}

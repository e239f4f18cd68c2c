import type { Queryable } from "../pool.ts";

/** Uplinks of one load run: ids from `firstId` to `lastId`, event times in [from, to). */
export interface UplinkRun {
  readonly source: string;
  readonly firstId: string;
  readonly lastId: string;
  readonly from: Date;
  readonly to: Date;
}

export interface StoredUplinks {
  readonly rows: number;
  readonly distinctIds: number;
}

/** How many ledger rows a run has, and of how many events: more rows than events are doubles. Reads the unique index only. */
export async function countStoredUplinks(db: Queryable, run: UplinkRun): Promise<StoredUplinks> {
  const { rows } = await db.query<StoredUplinks>(
    `select count(*) as rows, count(distinct event_id) as "distinctIds"
       from uplink
      where source = $1 and event_type = 'up' and event_id between $2 and $3 and time >= $4 and time < $5`,
    [run.source, run.firstId, run.lastId, run.from, run.to],
  );
  return rows[0] ?? { rows: 0, distinctIds: 0 };
}

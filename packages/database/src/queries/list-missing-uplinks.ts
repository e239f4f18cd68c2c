import type { Queryable } from "../pool.ts";
import type { UplinkRun } from "./count-stored-uplinks.ts";

export interface MissingUplinks {
  /** Numbers within the run, both included */
  readonly from: number;
  readonly to: number;
}

/** Which of a run's uplinks 0 … `count` − 1 are not in the ledger, as ranges. Reads the unique index only. */
export async function listMissingUplinks(db: Queryable, run: UplinkRun, count: number): Promise<MissingUplinks[]> {
  const { rows } = await db.query<MissingUplinks>(
    `with stored as (
       select distinct ('x' || right(event_id::text, 12))::bit(48)::bigint as number from uplink
        where source = $1 and event_type = 'up' and event_id between $2 and $3 and time >= $4 and time < $5),
     missing as (
       select n as number, n - row_number() over (order by n) as island
         from generate_series(0, $6::bigint - 1) n where not exists (select from stored s where s.number = n))
     select min(number) as "from", max(number) as "to" from missing group by island order by 1`,
    [run.source, run.firstId, run.lastId, run.from, run.to, count],
  );
  return rows;
}

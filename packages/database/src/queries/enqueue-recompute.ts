import type { Queryable } from "../pool.ts";

export interface RecomputeRequest {
  /** uuid: that building's registers only */
  readonly building?: string | undefined;
  /** uuid: that meter's registers only */
  readonly meter?: string | undefined;
  /** Bounds of the hours to compute again; undefined: as far as there are readings. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Queues the recomputing of consumption, one job a register, widening what waits already. Resolves with how many registers. */
export async function enqueueRecompute(db: Queryable, request: RecomputeRequest): Promise<number> {
  const { rows } = await db.query<{ registers: number }>(
    `with chosen as (
       select array_agg(r.id) as ids, array_agg(tstzrange($3, $4)) as periods, count(*)::int as registers
         from register r join meter m on m.id = r.meter_id join building b on b.id = m.building_id
        where ($1::uuid is null or b.uuid = $1) and ($2::uuid is null or m.uuid = $2))
     select registers, case when registers > 0 then enqueue_recompute(ids, periods) end from chosen`,
    [request.building, request.meter, request.from, request.to],
  );
  return rows[0]?.registers ?? 0;
}

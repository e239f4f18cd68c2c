import type { Queryable } from "../pool.ts";
import type { UplinkRun } from "./count-stored-uplinks.ts";

export interface RunLatency {
  /** Readings that the run's uplinks became. */
  readonly readings: number;
  /** Milliseconds from the event's time: until ingestion received it, and until the transaction that stored it. */
  readonly receivedMs: Percentiles;
  readonly storedMs: Percentiles;
}

/** Null where there was nothing to measure. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** Latencies of a load run. Reads the run's time range of both hypertables once: about a second for 200,000 uplinks. */
export async function measureRunLatency(db: Queryable, run: UplinkRun): Promise<RunLatency> {
  const parameters = [run.firstId, run.lastId, run.from, run.to];
  const received = await db.query<{ values: number[] | null }>(
    `select percentile_cont(array[0.5, 0.95, 0.99, 1]) within group (order by extract(epoch from received_at - time) * 1000) as values
       from uplink
      where source = $5 and event_type = 'up' and event_id between $1 and $2 and time >= $3 and time < $4`,
    [...parameters, run.source],
  );
  const stored = await db.query<{ readings: number; values: number[] | null }>(
    `select count(*) as readings,
            percentile_cont(array[0.5, 0.95, 0.99, 1]) within group (order by extract(epoch from known_since - time) * 1000) as values
       from reading
      where source_kind = 'uplink' and source_id between $1 and $2 and time >= $3 and time < $4`,
    parameters,
  );
  return {
    readings: stored.rows[0]?.readings ?? 0,
    receivedMs: percentiles(received.rows[0]?.values),
    storedMs: percentiles(stored.rows[0]?.values),
  };
}

function percentiles(values: readonly number[] | null | undefined): Percentiles {
  const [p50 = null, p95 = null, p99 = null, max = null] = values ?? [];
  return { p50, p95, p99, max };
}

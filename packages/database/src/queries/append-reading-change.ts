import type { Connection } from "../pool.ts";

/** Marks in the outbox which points changed, and between which times, both ends included. One row for the whole batch. */
export async function appendReadingChange(
  connection: Connection,
  changed: Iterable<{ pointId: number; time: Date }>,
): Promise<void> {
  const spans = new Map<number, [from: number, to: number]>();
  for (const { pointId, time } of changed) {
    const at = time.getTime();
    const span = spans.get(pointId);
    if (span === undefined) spans.set(pointId, [at, at]);
    else if (at < span[0]) span[0] = at;
    else if (at > span[1]) span[1] = at;
  }
  if (spans.size === 0) return;
  const times = [...spans.values()];
  await connection.query(
    "insert into reading_change (point_ids, from_times, to_times) values ($1::bigint[], $2::timestamptz[], $3::timestamptz[])",
    [
      `{${[...spans.keys()].join(",")}}`,
      timesLiteral(times.map(([from]) => from)),
      timesLiteral(times.map(([, to]) => to)),
    ],
  );
}

/**
 * An array of times as PostgreSQL writes it: node-postgres takes five times as long over arrays of dates. Most points
 * of a batch share their times with others of the same uplink, and writing a time costs more than remembering it.
 */
function timesLiteral(times: readonly number[]): string {
  const written = new Map<number, string>();
  for (const time of times) if (!written.has(time)) written.set(time, new Date(time).toISOString());
  return `{${times.map((time) => written.get(time)).join(",")}}`;
}

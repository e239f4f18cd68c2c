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
  await connection.query("insert into reading_change (point_ids, from_times, to_times) values ($1, $2, $3)", [
    [...spans.keys()],
    times.map(([from]) => new Date(from)),
    times.map(([, to]) => new Date(to)),
  ]);
}

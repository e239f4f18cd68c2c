import type { Connection } from "../pool.ts";

export interface WaitingCorrection {
  readonly id: number;
  readonly uuid: string;
  readonly pointId: number;
  readonly kind: "set" | "void" | "restore";
  readonly from: Date;
  readonly to: Date;
  /** Of `set` only. */
  readonly value: number | null;
  readonly reason: string;
  /** Inner id of the person; null once they are erased. */
  readonly madeBy: number | null;
}

/**
 * The corrections of a point that are not applied yet, up to this one (inner id), in the order in which they were made. Holds the point's corrections
 * until the transaction ends, so that two workers never apply them in another order.
 */
export async function takeCorrections(connection: Connection, correctionId: number): Promise<WaitingCorrection[]> {
  await connection.query(
    "select pg_advisory_xact_lock(hashtext('corrections'), point_id::int) from correction where id = $1",
    [correctionId],
  );
  const { rows } = await connection.query<WaitingCorrection>(
    `select c.id, c.uuid, c.point_id as "pointId", c.kind, c.from_time as "from", c.to_time as "to", c.value, c.reason,
            c.made_by as "madeBy"
       from correction c join correction asked on asked.point_id = c.point_id and c.id <= asked.id
      where asked.id = $1 and c.applied_at is null order by c.id`,
    [correctionId],
  );
  return rows;
}

/** Notes that a correction holds, and how many readings it changed. */
export async function finishCorrection(connection: Connection, id: number, readingCount: number): Promise<void> {
  await connection.query("update correction set applied_at = now(), reading_count = $2 where id = $1", [
    id,
    readingCount,
  ]);
}

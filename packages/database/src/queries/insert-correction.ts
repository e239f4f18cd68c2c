import type { Queryable } from "../pool.ts";

export interface NewCorrection {
  readonly kind: "set" | "void" | "restore";
  readonly from: Date;
  /** Included. */
  readonly to: Date;
  readonly value: number | null;
  readonly reason: string;
}

/** Records a correction of a point (uuid); a trigger queues the job. Resolves with its uuid, undefined without the point. */
export async function insertCorrection(
  db: Queryable,
  point: string,
  { kind, from, to, value, reason }: NewCorrection,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into correction (organisation_id, point_id, kind, from_time, to_time, value, reason)
     select organisation_id, id, $2, $3, $4, $5, $6 from point where uuid = $1 returning uuid as id`,
    [point, kind, from, to, value, reason],
  );
  return rows[0]?.id;
}

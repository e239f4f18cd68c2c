import type { Queryable } from "../pool.ts";

export interface CorrectionRow {
  readonly id: string;
  readonly kind: "set" | "void" | "restore";
  readonly from: Date;
  /** Included. */
  readonly to: Date;
  readonly value: number | null;
  readonly reason: string;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly appliedAt: Date | null;
  readonly readingCount: number | null;
}

/** A point's corrections (uuid), the newest first, at most `limit`; `id`: that one only. */
export async function listCorrections(
  db: Queryable,
  { point, id, limit }: { readonly point: string; readonly id?: string; readonly limit: number },
): Promise<CorrectionRow[]> {
  const { rows } = await db.query<CorrectionRow>(
    `select c.uuid as id, c.kind, c.from_time as "from", c.to_time as "to", c.value, c.reason,
            (select u.name from app_user u where u.id = c.made_by) as "madeBy", c.made_at as "madeAt",
            c.applied_at as "appliedAt", c.reading_count as "readingCount"
       from correction c
      where c.point_id = (select id from point where uuid = $1) and ($2::uuid is null or c.uuid = $2)
      order by c.made_at desc, c.id desc limit $3`,
    [point, id, limit],
  );
  return rows;
}

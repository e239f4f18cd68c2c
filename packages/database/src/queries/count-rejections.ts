import type { Queryable } from "../pool.ts";
import { type RejectionKind, rejectionTable } from "./list-rejections.ts";

export interface RejectionCountRow {
  readonly kind: RejectionKind;
  readonly reason: string;
  readonly count: number;
}

/** Rejections received since `since` by reason, the most frequent first. */
export async function countRejections(db: Queryable, since: Date): Promise<RejectionCountRow[]> {
  const { rows } = await db.query<RejectionCountRow>(
    `select kind, reason, count(*) as count from ${rejectionTable} r
      where received_at >= $1 group by kind, reason order by count desc, kind, reason`,
    [since],
  );
  return rows;
}

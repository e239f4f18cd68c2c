import type { Queryable } from "../pool.ts";

export interface Count {
  readonly time: Date;
  /** Raw. */
  readonly value: number;
}

export interface CountsAround {
  readonly kind: "index" | "interval" | "power" | "virtual";
  /** The last count before, and the first at or after; null: none within 31 days. Void ones are passed over. */
  readonly before: Count | null;
  readonly after: Count | null;
  /** How counts are meant at that time; null: nobody has said. */
  readonly wrapsAt: number | null;
  readonly countsPerHour: number | null;
}

/** What a register (uuid) read around an instant. Reads at most 31 days of its points' readings on either side. */
export async function findCountsAround(db: Queryable, register: string, at: Date): Promise<CountsAround | undefined> {
  const near = (bounds: string, order: string): string =>
    `(select jsonb_build_object('time', f.time, 'value', f.value)
        from register_point rp
       cross join lateral (
         select r.time, r.value from reading r
          where r.point_id = rp.point_id and ${bounds} and (r.quality & 2) = 0 and rp.valid @> r.time
          order by r.time ${order} limit 1 offset 0) f
       where rp.register_id = g.id order by f.time ${order} limit 1)`;
  const { rows } = await db.query<CountsAround & { before: StoredCount | null; after: StoredCount | null }>(
    `select g.kind, ${near("r.time >= $2::timestamptz - interval '31 days' and r.time < $2", "desc")} as before,
            ${near("r.time >= $2 and r.time < $2::timestamptz + interval '31 days'", "asc")} as after,
            p.wraps_at as "wrapsAt", p.max_per_hour / (p.unit_per_count * p.ct_ratio) as "countsPerHour"
       from register g
       left join register_parameter p on p.register_id = g.id and upper_inf(p.known) and p.valid @> $2::timestamptz
      where g.uuid = $1`,
    [register, at],
  );
  const [row] = rows;
  return row && { ...row, before: toCount(row.before), after: toCount(row.after) };
}

interface StoredCount {
  readonly time: string | Date;
  readonly value: number;
}

function toCount(stored: StoredCount | null): Count | null {
  return stored && { time: new Date(stored.time), value: stored.value };
}

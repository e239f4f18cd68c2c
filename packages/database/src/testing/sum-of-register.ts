import type { Queryable } from "../pool.ts";

/** How many readings a register's (uuid) points hold, and what their raw values sum to. */
export async function sumOfRegister(
  db: Queryable,
  register: string,
): Promise<{ readonly readings: number; readonly sum: number }> {
  const { rows } = await db.query<{ readings: number; sum: number }>(
    `select count(*)::int as readings, coalesce(sum(value), 0)::float8 as sum from reading
      where point_id = any (array(select p.point_id from register_point p join register r on r.id = p.register_id where r.uuid = $1))`,
    [register],
  );
  return rows[0] ?? { readings: 0, sum: 0 };
}

import type { Queryable } from "../pool.ts";

export interface RegisterPointAssignment {
  /** uuids */
  readonly register: string;
  readonly point: string;
  readonly from: Date;
}

/**
 * Lets a register read another point from an instant on; the one that it read until then ends there. Undefined: no such
 * point in its organisation. A point that another register reads then, or a later assignment, is an exclusion violation.
 */
export async function assignRegisterPoint(
  db: Queryable,
  { register, point, from }: RegisterPointAssignment,
): Promise<boolean | undefined> {
  await db.query(
    `update register_point set valid = tstzrange(lower(valid), $2)
      where register_id = (select id from register where uuid = $1) and valid @> $2::timestamptz and lower(valid) < $2`,
    [register, from],
  );
  const { rowCount } = await db.query(
    `insert into register_point (organisation_id, register_id, point_id, valid)
     select r.organisation_id, r.id, p.id, tstzrange($3, null)
       from register r join point p on p.uuid = $2 and p.organisation_id = r.organisation_id where r.uuid = $1`,
    [register, point, from],
  );
  return rowCount === 1 ? true : undefined;
}

import type { Queryable } from "../pool.ts";

export interface NewRegisterParameters {
  readonly wrapsAt: number | null;
  readonly unitPerCount: number;
  readonly ctRatio: number;
  readonly maxPerHour: number;
  /** null: since ever, without end */
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly reason: string | null;
}

const values = "wraps_at, unit_per_count, ct_ratio, max_per_hour";

/**
 * Says how a register's counts (uuid) are meant for a period. What was believed of it ends now and stays readable; what
 * was said of the time outside the period is said again as it was. False where the register is not there.
 */
export async function setRegisterParameters(
  db: Queryable,
  register: string,
  parameters: NewRegisterParameters,
): Promise<boolean> {
  const { validFrom, validTo } = parameters;
  const closed = await db.query<{ id: number }>(
    `update register_parameter p set known = tstzrange(lower(p.known), now())
      where p.register_id = (select id from register where uuid = $1) and upper_inf(p.known)
        and p.valid && tstzrange(coalesce($2::timestamptz, '-infinity'), $3::timestamptz)
     returning p.id`,
    [register, validFrom, validTo],
  );
  await db.query(
    `insert into register_parameter (organisation_id, register_id, ${values}, valid, reason, recorded_by)
     select p.organisation_id, p.register_id, ${values}, rest, p.reason, p.recorded_by
       from register_parameter p
      cross join unnest(tstzmultirange(p.valid) - tstzmultirange(tstzrange(coalesce($2::timestamptz, '-infinity'), $3::timestamptz))) as rest
      where p.id = any($1)`,
    [closed.rows.map(({ id }) => id), validFrom, validTo],
  );
  const { rowCount } = await db.query(
    `insert into register_parameter (organisation_id, register_id, ${values}, valid, reason)
     select organisation_id, id, $2, $3, $4, $5, tstzrange(coalesce($6::timestamptz, '-infinity'), $7::timestamptz), $8 from register where uuid = $1`,
    [
      register,
      parameters.wrapsAt,
      parameters.unitPerCount,
      parameters.ctRatio,
      parameters.maxPerHour,
      validFrom,
      validTo,
      parameters.reason,
    ],
  );
  return rowCount === 1;
}

import type { Queryable } from "../pool.ts";
import type { RegisterRow } from "./list-meters.ts";

export interface NewRegister {
  /** uuid */
  readonly meter: string;
  readonly name: string;
  readonly quantity: RegisterRow["quantity"];
  readonly direction: RegisterRow["direction"];
  readonly tariffClass: string;
  readonly kind: RegisterRow["kind"];
  readonly unit: string;
  /** uuid of a point of the same organisation */
  readonly point: string | null;
  /** null: since ever */
  readonly validFrom: Date | null;
  readonly wrapsAt: number | null;
  readonly unitPerCount: number;
  readonly ctRatio: number;
  readonly maxPerHour: number;
}

/**
 * Adds a register with the point it reads and how its counts are meant; returns its uuid, undefined when the meter does
 * not exist or the point is not of its organisation. A point that another register reads is an exclusion violation.
 */
export async function insertRegister(db: Queryable, register: NewRegister): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with added as (
       insert into register (organisation_id, meter_id, name, quantity, direction, tariff_class, kind, unit)
       select m.organisation_id, m.id, $3, $4, $5, $6, $7, $8
         from meter m left join point p on p.uuid = $2 and p.organisation_id = m.organisation_id
        where m.uuid = $1 and ($2::uuid is null or p.id is not null)
       returning id, organisation_id, uuid
     ), reads as (
       insert into register_point (organisation_id, register_id, point_id, valid)
       select a.organisation_id, a.id, p.id, tstzrange(coalesce($9::timestamptz, '-infinity'), null)
         from added a join point p on p.uuid = $2 and p.organisation_id = a.organisation_id
     ), parameter as (
       insert into register_parameter (organisation_id, register_id, wraps_at, unit_per_count, ct_ratio, max_per_hour)
       select organisation_id, id, $10, $11, $12, $13 from added
     )
     select uuid as id from added`,
    [
      register.meter,
      register.point,
      register.name,
      register.quantity,
      register.direction,
      register.tariffClass,
      register.kind,
      register.unit,
      register.validFrom,
      register.wrapsAt,
      register.unitPerCount,
      register.ctRatio,
      register.maxPerHour,
    ],
  );
  return rows[0]?.id;
}

import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface RegisterParameterRow {
  readonly wrapsAt: number | null;
  readonly unitPerCount: number;
  readonly ctRatio: number;
  readonly maxPerHour: number;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly knownFrom: Date;
  readonly knownTo: Date | null;
  readonly reason: string | null;
  readonly recordedBy: string | null;
}

export interface RegisterPointRow {
  readonly point: NamedReferenceRow;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}

const bound = (edge: "lower" | "upper"): string => `nullif(${edge}(x.valid), '${edge === "lower" ? "-" : ""}infinity')`;

/** All that was ever said of how a register's counts (uuid) are meant: what is believed now first, each in order of time. */
export async function listRegisterParameters(db: Queryable, register: string): Promise<RegisterParameterRow[]> {
  const { rows } = await db.query<RegisterParameterRow>(
    `select x.wraps_at as "wrapsAt", x.unit_per_count as "unitPerCount", x.ct_ratio as "ctRatio", x.max_per_hour as "maxPerHour",
            ${bound("lower")} as "validFrom", ${bound("upper")} as "validTo", lower(x.known) as "knownFrom", upper(x.known) as "knownTo",
            x.reason, (select u.name from app_user u where u.id = x.recorded_by) as "recordedBy"
       from register_parameter x
      where x.register_id = (select id from register where uuid = $1) and not isempty(x.known)
      order by upper_inf(x.known) desc, upper(x.known) desc, lower(x.valid) desc nulls last`,
    [register],
  );
  return rows;
}

/** The points that a register (uuid) has read, reads and will read, the latest first. */
export async function listRegisterPoints(db: Queryable, register: string): Promise<RegisterPointRow[]> {
  const { rows } = await db.query<RegisterPointRow>(
    `select jsonb_build_object('id', p.uuid, 'name', p.name) as point, ${bound("lower")} as "validFrom", ${bound("upper")} as "validTo"
       from register_point x join point p on p.id = x.point_id
      where x.register_id = (select id from register where uuid = $1) order by lower(x.valid) desc nulls last`,
    [register],
  );
  return rows;
}

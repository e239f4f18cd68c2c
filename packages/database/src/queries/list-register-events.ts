import type { Queryable } from "../pool.ts";

export interface RegisterEventRow {
  readonly id: string;
  readonly kind: "exchange" | "reset" | "rollover";
  readonly at: Date;
  readonly lastValue: number | null;
  readonly firstValue: number | null;
  readonly serialNumber: string | null;
  readonly note: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** A register's events (uuid), withdrawn ones too, the latest first. */
export async function listRegisterEvents(db: Queryable, register: string): Promise<RegisterEventRow[]> {
  const { rows } = await db.query<RegisterEventRow>(
    `select e.uuid as id, e.kind, e.at, e.last_value as "lastValue", e.first_value as "firstValue",
            e.serial_number as "serialNumber", e.note, (select u.name from app_user u where u.id = e.recorded_by) as "recordedBy",
            lower(e.known) as "recordedAt", upper(e.known) as "withdrawnAt"
       from register_event e where e.register_id = (select id from register where uuid = $1)
      order by e.at desc, lower(e.known) desc`,
    [register],
  );
  return rows;
}

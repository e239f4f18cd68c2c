import type { Queryable } from "../pool.ts";
import type { RegisterRow } from "./list-meters.ts";

export interface NewVirtualRegister {
  /** uuid */
  readonly meter: string;
  readonly name: string;
  readonly quantity: RegisterRow["quantity"];
  readonly unit: string;
}

/** Adds a register that reads no point; its formula is to follow. Returns its uuid, undefined where the meter is not there. */
export async function insertVirtualRegister(
  db: Queryable,
  { meter, name, quantity, unit }: NewVirtualRegister,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into register (organisation_id, meter_id, name, quantity, kind, unit)
     select m.organisation_id, m.id, $2, $3, 'virtual', $4 from meter m where m.uuid = $1 returning uuid as id`,
    [meter, name, quantity, unit],
  );
  return rows[0]?.id;
}

/** The registers (uuids) of a virtual register's own meter are counted no more beside it. */
export async function countInstead(db: Queryable, register: string, sources: readonly string[]): Promise<void> {
  await db.query(
    `update register r set counted = false from register v
      where v.uuid = $1 and r.meter_id = v.meter_id and r.uuid = any($2) and r.id <> v.id and r.counted`,
    [register, sources],
  );
}

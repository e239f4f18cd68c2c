import type { Queryable } from "../pool.ts";
import { type RegisterRow, registerObject } from "./list-meters.ts";

/** One register with the point that it reads at `now`. Undefined when there is none. */
export async function getRegister(db: Queryable, registerId: string, now: Date): Promise<RegisterRow | undefined> {
  const { rows } = await db.query<{ register: RegisterRow }>(
    `select ${registerObject} as register from register r join meter m on m.id = r.meter_id where r.uuid = $2`,
    [now, registerId],
  );
  return rows[0]?.register;
}

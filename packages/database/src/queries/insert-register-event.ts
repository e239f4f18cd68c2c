import type { RegisterEvent } from "@gtb/domain/energy/register";
import type { Queryable } from "../pool.ts";

export interface NewRegisterEvent extends Pick<RegisterEvent, "kind" | "lastValue" | "firstValue"> {
  /** uuid */
  readonly register: string;
  readonly at: Date;
  readonly note: string | null;
  /** Of the new meter. */
  readonly serialNumber?: string | null;
}

/**
 * Keeps what a person says of a counter's past; the trigger has its hours computed again. Returns the event's uuid;
 * undefined where the register does not exist, or something is already said of that very moment.
 */
export async function insertRegisterEvent(db: Queryable, event: NewRegisterEvent): Promise<string | undefined> {
  const { register, at, kind, lastValue, firstValue, note, serialNumber } = event;
  const { rows } = await db.query<{ id: string }>(
    `insert into register_event (organisation_id, register_id, at, kind, last_value, first_value, note, serial_number)
     select organisation_id, id, $2, $3, $4, $5, $6, $7 from register where uuid = $1
     on conflict do nothing
     returning uuid as id`,
    [register, at, kind, lastValue, firstValue, note, serialNumber],
  );
  return rows[0]?.id;
}

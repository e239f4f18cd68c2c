import type { Queryable } from "../pool.ts";

/** Ends the belief in an event (uuid). "gone": withdrawn before, or not there; "forbidden": seen, not to be changed. */
export async function withdrawRegisterEvent(db: Queryable, event: string): Promise<"done" | "gone" | "forbidden"> {
  const { rowCount } = await db.query("select from register_event where uuid = $1 and upper_inf(known)", [event]);
  if (rowCount === 0) return "gone";
  const updated = await db.query(
    "update register_event set known = tstzrange(lower(known), greatest(now(), lower(known) + interval '1 microsecond')) where uuid = $1 and upper_inf(known)",
    [event],
  );
  return updated.rowCount === 1 ? "done" : "forbidden";
}

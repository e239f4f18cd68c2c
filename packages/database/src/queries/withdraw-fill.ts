import type { Queryable } from "../pool.ts";

/** Takes a fill (uuid) back; a trigger queues the job. "gone": taken back before, or not there; "forbidden": only seen. */
export async function withdrawFill(db: Queryable, fill: string): Promise<"done" | "gone" | "forbidden"> {
  const { rowCount } = await db.query("select from consumption_fill_request where uuid = $1 and withdrawn_at is null", [
    fill,
  ]);
  if (rowCount === 0) return "gone";
  const updated = await db.query(
    "update consumption_fill_request set withdrawn_at = now() where uuid = $1 and withdrawn_at is null",
    [fill],
  );
  return updated.rowCount === 1 ? "done" : "forbidden";
}

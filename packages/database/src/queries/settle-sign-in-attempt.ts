import type { Queryable } from "../pool.ts";

/** `right`: the count of wrong tries starts again. `undecided`: password right, code to come; it counts as no try. */
export async function settleSignInAttempt(db: Queryable, id: number, outcome: "right" | "undecided"): Promise<void> {
  await db.query(
    outcome === "right"
      ? "update sign_in_attempt set succeeded = true, at = clock_timestamp() where id = $1"
      : "delete from sign_in_attempt where id = $1",
    [id],
  );
}

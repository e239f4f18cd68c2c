import type { Queryable } from "../pool.ts";

/** Believes a factor (uuid) no more; what was computed with it can still be told. False when the caller may not. */
export async function withdrawEnergyFactor(db: Queryable, factor: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "update energy_factor set known = tstzrange(lower(known), now()) where uuid = $1 and upper_inf(known)",
    [factor],
  );
  return rowCount === 1;
}

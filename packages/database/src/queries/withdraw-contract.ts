import type { Queryable } from "../pool.ts";

/** Believes a contract (uuid) no more; what was believed is kept. False when there is none that the caller may change. */
export async function withdrawContract(db: Queryable, contract: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update contract_version set known = tstzrange(lower(known), now())
      where contract_id = (select id from contract where uuid = $1) and upper_inf(known)`,
    [contract],
  );
  return rowCount === 1;
}

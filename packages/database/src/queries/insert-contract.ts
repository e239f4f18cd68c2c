import type { Queryable } from "../pool.ts";
import { type ContractToStore, storeContractVersion } from "./store-contract-version.ts";

/** Adds a contract to a delivery point (uuid) and returns its uuid; undefined when there is no such place. In a transaction. */
export async function insertContract(
  db: Queryable,
  deliveryPoint: string,
  said: ContractToStore,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into contract (organisation_id, delivery_point_id) select organisation_id, id from delivery_point where uuid = $1
     returning uuid as id`,
    [deliveryPoint],
  );
  const id = rows[0]?.id;
  if (id !== undefined) await storeContractVersion(db, id, said);
  return id;
}

import type { Connection } from "@gtb/database/pool";
import { type ContractRow, listContracts } from "@gtb/database/queries/list-contracts";

/** One contract by its uuid; undefined when there is none, or it was withdrawn. */
export async function readContract(db: Connection, contract: string): Promise<ContractRow | undefined> {
  return (await listContracts(db, { contract, limit: 1 }))[0];
}

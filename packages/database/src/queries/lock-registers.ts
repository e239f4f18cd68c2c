import type { Connection } from "../pool.ts";

/** Keeps others from computing these registers until the transaction ends: whoever computes last has read last. */
export async function lockRegisters(connection: Connection, registerIds: readonly number[]): Promise<void> {
  await connection.query("select from register where id = any($1) order by id for no key update", [registerIds]);
}

import type { Connection } from "../pool.ts";

/** Waits until no other transaction holds the lock of this name, then holds it until the caller's transaction ends. */
export async function lockForTransaction(connection: Connection, name: string): Promise<void> {
  await connection.query("select pg_advisory_xact_lock(hashtext($1))", [name]);
}

import { isUniqueViolation } from "./database-error.ts";
import type { Connection } from "./pool.ts";

/**
 * Runs `work` in a savepoint. True when it went through; false when it met a unique violation and was undone, so that
 * the caller can take the slower way that copes with rows already there. Any other error is thrown.
 */
export async function unlessAlreadyThere(connection: Connection, work: () => Promise<void>): Promise<boolean> {
  await connection.query("savepoint attempt");
  try {
    await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await connection.query("rollback to savepoint attempt");
    return false;
  }
  await connection.query("release savepoint attempt");
  return true;
}

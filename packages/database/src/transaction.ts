import type { Connection, Pool } from "./pool.ts";

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws.
 * A connection that failed while rolling back is thrown away.
 */
export function inTransaction<T>(pool: Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  return within(pool, "begin", work);
}

/** Like `inTransaction`, for reading only: every query in it sees the database as the first one did. */
export function inSnapshot<T>(pool: Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  return within(pool, "begin isolation level repeatable read read only", work);
}

/** One transaction that begins with this statement: committed when `work` resolves, rolled back when it throws. */
export async function within<T>(pool: Pool, begin: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query(begin);
    const result = await work(connection);
    await connection.query("commit");
    return result;
  } catch (error) {
    await connection.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

import type { Connection } from "../pool.ts";

/** Drops the chunks of readings that end before `before`, which is at least two years ago; hours stay. */
export async function dropOldReadings(connection: Connection, before: Date): Promise<void> {
  await connection.query("select drop_readings_before($1)", [before]);
}

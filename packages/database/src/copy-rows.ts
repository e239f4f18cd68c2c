import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import type { Connection } from "./pool.ts";

/** Runs `copy … from stdin` with rows already in the statement's format. */
export async function copyRows(connection: Connection, statement: string, rows: Buffer): Promise<void> {
  await pipeline([rows], connection.query(from(statement)));
}

import pg from "pg";
import type { Queryable } from "../pool.ts";

/** The services' roles, which the migrations make without a login. */
export const serviceRoles = ["gtb_api", "gtb_auth", "gtb_ingestion", "gtb_jobs"] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/**
 * Lets a role log in with the password of this SCRAM verifier: the password itself never reaches the server, nor its log.
 * One statement; roles belong to the cluster, so two databases of one share them.
 */
export async function giveLogin(db: Queryable, role: string, verifier: string): Promise<void> {
  await db.query(`alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(verifier)}`);
}

import pg from "pg";
import type { Queryable } from "../pool.ts";

/**
 * Keeps a database to its services: only they and Grafana's logins connect, and only ingestion and jobs, which load in
 * bulk, make temporary tables. PostgreSQL grants both to everyone when a database is made, and a clone starts so again.
 */
export async function limitDatabase(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ name: string }>("select current_database() as name");
  const name = pg.escapeIdentifier(rows[0]?.name ?? "");
  await db.query(
    `revoke connect, temporary on database ${name} from public;
     grant connect on database ${name} to gtb_api, gtb_auth, gtb_ingestion, gtb_jobs, gtb_grafana;
     grant temporary on database ${name} to gtb_ingestion, gtb_jobs`,
  );
}

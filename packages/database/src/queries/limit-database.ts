import pg from "pg";
import type { Queryable } from "../pool.ts";

/**
 * Keeps a database to its services: only they and Grafana's logins connect, and only ingestion and jobs, which load in
 * bulk, make temporary tables. PostgreSQL grants both to everyone when a database is made, and a clone starts so again.
 * Likewise advisory locks are the services' own: who writes SQL in Grafana could hold the one that sign-in or a migration
 * waits for; and nobody makes large objects, which would fill the disk. Where the owner is no superuser PostgreSQL warns of
 * the last two, and leaves them as they are.
 */
export async function limitDatabase(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ name: string }>("select current_database() as name");
  const name = pg.escapeIdentifier(rows[0]?.name ?? "");
  await db.query(
    `revoke connect, temporary on database ${name} from public;
     grant connect on database ${name} to gtb_api, gtb_auth, gtb_ingestion, gtb_jobs, gtb_grafana;
     grant temporary on database ${name} to gtb_ingestion, gtb_jobs;
     do $$ declare f regprocedure; begin
       for f in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_' loop
         execute format('grant execute on function %s to gtb_api, gtb_auth, gtb_ingestion, gtb_jobs', f);
         execute format('revoke execute on function %s from public', f);
       end loop;
     end $$;
     revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) from public`,
  );
}

import type { Queryable } from "../pool.ts";

/** Lets Grafana's usual login read for the agency, unless an operator has said otherwise. One statement. */
export async function mapGrafanaLogin(db: Queryable, agencyCode: string): Promise<void> {
  await db.query(
    `insert into grafana_login (role_name, organisation_id)
     select 'gtb_grafana', id from organisation where kind = 'agency' and code = $1
     on conflict (role_name) do nothing`,
    [agencyCode],
  );
}

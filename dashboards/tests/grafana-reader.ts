import { readFile } from "node:fs/promises";
import { createPool, type Pool } from "@gtb/database/pool";
import type { TestDatabase } from "@gtb/infra/test-database";

const script = new URL("../../infra/grafana/create-reader.sql", import.meta.url);
const password = "c0ffee";

export interface GrafanaLogin {
  readonly pool: Pool;
  /** Closes the pool and drops the role: roles outlive a test's database. */
  close(): Promise<void>;
}

/**
 * Makes a login role that is a member of gtb_grafana and of nothing else, with the operators' script, and logs in.
 * `organisation`: for whom it reads, as `kind:code`.
 */
export async function logInAsGrafana({ databaseUrl, name }: TestDatabase, organisation: string): Promise<GrafanaLogin> {
  const role = `grafana_of_${name}`;
  const operatorUrl = new URL(databaseUrl);
  operatorUrl.searchParams.set(
    "options",
    `-c gtb.grafana_password=${password} -c gtb.grafana_role=${role} -c gtb.grafana_organisation=${organisation}`,
  );
  const operator = createPool({ databaseUrl: operatorUrl.href, applicationName: "create-reader", maxConnections: 1 });
  const sql = await readFile(script, "utf8");
  await operator.query(sql);
  // Again: it must bear it, that is how a password is changed.
  await operator.query(sql);
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  const pool = createPool({ databaseUrl: url.href, applicationName: "grafana", maxConnections: 2 });
  const close = async () => {
    await pool.end();
    await operator.query(`drop role ${role}`);
    await operator.end();
  };
  return { pool, close };
}

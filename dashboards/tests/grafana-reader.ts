import { readFile } from "node:fs/promises";
import { createPool, type Pool } from "@gtb/database/pool";
import type { TestDatabase } from "@gtb/infra/test-database";

const script = new URL("../../infra/grafana/create-reader.sql", import.meta.url);
const password = "c0ffee";

/** Makes Grafana's login role with the script that operators run, and logs in as it. */
export async function openAsGrafana({ databaseUrl }: TestDatabase): Promise<Pool> {
  const withPassword = new URL(databaseUrl);
  withPassword.searchParams.set("options", `-c gtb.grafana_password=${password}`);
  const operator = createPool({ databaseUrl: withPassword.href, applicationName: "create-reader", maxConnections: 1 });
  try {
    const sql = await readFile(script, "utf8");
    await operator.query(sql);
    // Again: it must bear it, that is how a password is changed.
    await operator.query(sql);
  } finally {
    await operator.end();
  }
  const url = new URL(databaseUrl);
  url.username = "gtb_grafana_reader";
  url.password = password;
  return createPool({ databaseUrl: url.href, applicationName: "grafana", maxConnections: 2 });
}

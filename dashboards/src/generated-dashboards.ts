import { readFile, writeFile } from "node:fs/promises";
import { buildBuildingDashboard } from "./building/building-dashboard.ts";
import { buildIngestionDashboard } from "./ingestion/ingestion-dashboard.ts";

const folder = new URL("../generated/", import.meta.url);

/** The files that Grafana is given, by name: what the TypeScript says now. */
export function generateDashboards(): ReadonlyMap<string, string> {
  const dashboards = [buildBuildingDashboard(), buildIngestionDashboard()];
  return new Map(dashboards.map((dashboard) => [`${dashboard.uid}.json`, `${JSON.stringify(dashboard, null, 2)}\n`]));
}

export async function writeDashboards(): Promise<void> {
  for (const [name, json] of generateDashboards()) await writeFile(new URL(name, folder), json);
}

/** The names of the committed files that differ from what the TypeScript says. */
export async function findStaleDashboards(): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [name, json] of generateDashboards()) {
    const committed = await readFile(new URL(name, folder), "utf8").catch(() => undefined);
    if (committed !== json) stale.push(name);
  }
  return stale;
}

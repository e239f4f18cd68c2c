import { Dashboard, type DashboardPanel, dataPanels } from "./dashboard-schema.ts";
import { expandMacros } from "./expand-macros.ts";
import { referencedNames } from "./interpolate.ts";
import type { ProvisionedDataSource } from "./provisioning.ts";

/** Names that Grafana itself puts into a query, besides the macros. */
const builtIn = new Set(["__from", "__to", "__interval", "__interval_ms", "__timezone"]);

/**
 * What is wrong with a dashboard's JSON, one line each; empty when nothing is: its shape, panel ids, places, references
 * to data sources that are not provisioned, queries, macros, variables that are missing, late or never used.
 */
export function checkDashboard(json: unknown, dataSources: readonly ProvisionedDataSource[]): readonly string[] {
  const parsed = Dashboard.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const dashboard = parsed.data;
  return [
    ...checkPanels(dashboard.panels),
    ...checkDataSources(dashboard, dataSources),
    ...checkVariables(dashboard),
    ...checkQueries(dashboard),
  ];
}

function checkPanels(panels: readonly DashboardPanel[]): readonly string[] {
  const problems = repeated(panels.map(({ id }) => String(id))).map((id) => `panel id ${id} is given twice`);
  panels.forEach((panel, index) => {
    for (const other of panels.slice(index + 1)) {
      if (overlap(panel.gridPos, other.gridPos)) problems.push(`panels ${panel.id} and ${other.id} overlap`);
    }
  });
  return problems;
}

type Place = DashboardPanel["gridPos"];

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function checkDataSources(dashboard: Dashboard, provisioned: readonly ProvisionedDataSource[]): readonly string[] {
  const known = new Set(provisioned.map(({ type, uid }) => `${type}/${uid}`));
  const used = [
    ...dashboard.templating.list.flatMap((variable) =>
      variable.type === "query" ? [{ user: `variable ${variable.name}`, ref: variable.datasource }] : [],
    ),
    ...dataPanels(dashboard).flatMap((panel) =>
      [panel, ...panel.targets].map(({ datasource }) => ({ user: `panel ${panel.id}`, ref: datasource })),
    ),
  ];
  return used
    .filter(({ ref }) => !known.has(`${ref.type}/${ref.uid}`))
    .map(({ user, ref }) => `${user}: no data source ${ref.type}/${ref.uid} is provisioned`);
}

function checkVariables(dashboard: Dashboard): readonly string[] {
  const names = dashboard.templating.list.map(({ name }) => name);
  const problems = repeated(names).map((name) => `variable ${name} is given twice`);
  const seen = new Set<string>();
  for (const variable of dashboard.templating.list) {
    for (const name of variableNames(variable.query)) {
      if (!seen.has(name)) problems.push(`variable ${variable.name}: $${name} is not defined before it`);
    }
    seen.add(variable.name);
  }
  const used = new Set(JSON.stringify(dashboard.panels).match(/\w+/g));
  const queries = dashboard.templating.list.flatMap(({ query }) => variableNames(query));
  for (const name of names) {
    if (!used.has(name) && !queries.includes(name)) problems.push(`variable ${name} is never used`);
  }
  return problems;
}

function checkQueries(dashboard: Dashboard): readonly string[] {
  const variables = new Set(dashboard.templating.list.map(({ name }) => name));
  return dataPanels(dashboard).flatMap((panel) => {
    const problems = repeated(panel.targets.map(({ refId }) => refId)).map((refId) => `refId ${refId} is given twice`);
    for (const { rawSql } of panel.targets) {
      for (const name of variableNames(rawSql)) {
        if (!variables.has(name)) problems.push(`$${name} is no variable`);
      }
      problems.push(...checkMacros(rawSql));
    }
    return problems.map((problem) => `panel ${panel.id}: ${problem}`);
  });
}

/** What a text refers to and Grafana does not provide itself. */
function variableNames(text: string): readonly string[] {
  return referencedNames(text).filter((name) => !builtIn.has(name) && !name.startsWith("__") && !/^\d+$/.test(name));
}

function checkMacros(rawSql: string): readonly string[] {
  const anyRange = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-01-02T00:00:00Z") };
  try {
    const { sql } = expandMacros(rawSql, { range: anyRange, intervalMs: 60_000, timescaledb: true });
    const left = referencedNames(sql).filter((name) => name.startsWith("__") && !builtIn.has(name));
    const bounded = /\$__(timeFilter|timeFrom|unixEpochFilter)\(/.test(rawSql) || !readsTimeSeries.test(rawSql);
    return [
      ...left.map((name) => `$${name} is no macro`),
      ...(bounded ? [] : ["reads a time series without bounding it by the dashboard's range"]),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Views over hypertables: unbounded, a query opens every chunk there is. */
const readsTimeSeries = /reporting\.(reading|consumption|uplink)\b/;

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

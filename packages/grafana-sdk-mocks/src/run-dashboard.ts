import type { Queryable } from "@gtb/database/pool";
import { Dashboard, type DataPanel, dataPanels, type SqlTarget } from "./dashboard-schema.ts";
import { expandMacros } from "./expand-macros.ts";
import type { Frame } from "./frame.ts";
import { interpolate, type VariableScope } from "./interpolate.ts";
import { chooseIntervalMs } from "./interval.ts";
import { queryFrame } from "./query-frame.ts";
import { type ChosenValues, resolveVariables } from "./resolve-variables.ts";
import type { TimeRange } from "./time-range.ts";
import { toTimeSeries } from "./time-series.ts";

export interface DashboardRun extends TimeRange {
  readonly variables?: ChosenValues;
  /** As in the provisioned data source. Default: true. */
  readonly timescaledb?: boolean;
  /** The data source's smallest interval. Default: Grafana's own, one minute. */
  readonly minInterval?: string;
  /** Points that a panel asks for where it says none of its own: the page's width in pixels. Default: 1000. */
  readonly maxDataPoints?: number;
}

/** What one query of one panel gave. */
export interface PanelResult {
  readonly panelId: number;
  readonly title: string;
  readonly refId: string;
  /** As sent to the database. */
  readonly sql: string;
  /** As the panel gets it: a time series has one column of times and one of numbers a series. */
  readonly frame: Frame;
  /** What Grafana would show in the panel's corner instead of data. */
  readonly error?: string;
}

/**
 * Shows a dashboard as Grafana would: resolves its variables in order, then runs every panel's queries on the database
 * and reads their results. A query that fails gives a result with its error; a wrong dashboard or variable throws.
 */
export async function runDashboard(db: Queryable, json: unknown, run: DashboardRun): Promise<readonly PanelResult[]> {
  const dashboard = Dashboard.parse(json);
  const range = { from: run.from, to: run.to };
  const timescaledb = run.timescaledb ?? true;
  const chosen = run.variables ?? {};
  const scope = await resolveVariables(db, dashboard.templating.list, { range, timescaledb, chosen });
  const results: PanelResult[] = [];
  for (const panel of dataPanels(dashboard)) {
    const points = panel.maxDataPoints ?? run.maxDataPoints ?? 1000;
    const intervalMs = chooseIntervalMs(range, points, panel.interval ?? run.minInterval ?? "1m");
    for (const target of panel.targets.filter(({ hide }) => hide !== true)) {
      results.push(await runTarget(db, { panel, target, scope, range, intervalMs, timescaledb }));
    }
  }
  return results;
}

interface TargetRun {
  readonly panel: DataPanel;
  readonly target: SqlTarget;
  readonly scope: VariableScope;
  readonly range: TimeRange;
  readonly intervalMs: number;
  readonly timescaledb: boolean;
}

async function runTarget(db: Queryable, run: TargetRun): Promise<PanelResult> {
  const { panel, target, range } = run;
  const about = { panelId: panel.id, title: panel.title, refId: target.refId };
  let sql = interpolate(target.rawSql, run.scope);
  try {
    const expanded = expandMacros(sql, run);
    sql = expanded.sql;
    const frame = await queryFrame(db, sql);
    return { ...about, sql, frame: target.format === "table" ? frame : toTimeSeries(frame, range, expanded.fill) };
  } catch (error) {
    return { ...about, sql, frame: { columns: [] }, error: error instanceof Error ? error.message : String(error) };
  }
}

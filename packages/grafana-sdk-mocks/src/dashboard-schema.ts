import { z } from "zod";

/**
 * The part of Grafana's dashboard JSON (schema version 36 and later) that our dashboards use. Grafana publishes no JSON
 * schema in its npm packages: this is written from the SDK's types and from what Grafana refuses or silently drops.
 */
const DataSourceRef = z.object({ type: z.string().min(1), uid: z.string().min(1) });

const GridPos = z
  .object({
    x: z.int().min(0).max(23),
    y: z.int().min(0),
    w: z.int().min(1).max(24),
    h: z.int().min(1),
  })
  .refine(({ x, w }) => x + w <= 24, "a panel must end within the 24 columns");

const SqlTarget = z.object({
  refId: z.string().min(1),
  datasource: DataSourceRef,
  rawSql: z.string().min(1),
  format: z.enum(["time_series", "table"]),
  rawQuery: z.literal(true),
  editorMode: z.literal("code"),
  hide: z.boolean().optional(),
});

/** Panels that are in Grafana itself, with no plugin to install. */
const dataPanelType = z.enum([
  "barchart",
  "bargauge",
  "gauge",
  "heatmap",
  "histogram",
  "piechart",
  "stat",
  "state-timeline",
  "status-history",
  "table",
  "timeseries",
]);

const panelBase = { id: z.int().positive(), gridPos: GridPos };

const DataPanel = z.looseObject({
  ...panelBase,
  type: dataPanelType,
  title: z.string().min(1),
  description: z.string().optional(),
  datasource: DataSourceRef,
  targets: z.array(SqlTarget).min(1),
  interval: z.string().optional(),
  maxDataPoints: z.int().positive().optional(),
  fieldConfig: z.looseObject({
    defaults: z.looseObject({ unit: z.string().optional() }),
    overrides: z.array(z.looseObject({ matcher: z.looseObject({ id: z.string() }) })),
  }),
  options: z.looseObject({}),
  // They change a panel's range: the stand-in does not follow them.
  timeFrom: z.undefined().optional(),
  timeShift: z.undefined().optional(),
});

const RowPanel = z.looseObject({
  ...panelBase,
  type: z.literal("row"),
  title: z.string().min(1),
  collapsed: z.literal(false).optional(),
  panels: z.array(z.never()).max(0).optional(),
});

const TextPanel = z.looseObject({ ...panelBase, type: z.literal("text"), title: z.string().optional() });

const VariableOption = z.looseObject({
  text: z.union([z.string(), z.array(z.string())]),
  value: z.union([z.string(), z.array(z.string())]),
});

const variableBase = {
  name: z.string().regex(/^\w+$/),
  label: z.string().min(1),
  multi: z.boolean().optional(),
  includeAll: z.boolean().optional(),
  allValue: z.string().optional(),
  current: VariableOption.optional(),
};

const QueryVariable = z.looseObject({
  ...variableBase,
  type: z.literal("query"),
  datasource: DataSourceRef,
  query: z.string().min(1),
  refresh: z.union([z.literal(1), z.literal(2)]),
  // The query orders and filters: the stand-in does neither again.
  regex: z.literal("").optional(),
  sort: z.literal(0).optional(),
});

const CustomVariable = z.looseObject({ ...variableBase, type: z.literal("custom"), query: z.string().min(1) });

const DashboardPanel = z.discriminatedUnion("type", [DataPanel, RowPanel, TextPanel]);
const DashboardVariable = z.discriminatedUnion("type", [QueryVariable, CustomVariable]);

export const Dashboard = z.looseObject({
  uid: z.string().regex(/^[\w-]{1,40}$/),
  title: z.string().min(1),
  schemaVersion: z.int().min(36),
  // A number here would overwrite whatever has it in the Grafana that loads the file.
  id: z.null().optional(),
  tags: z.array(z.string()).optional(),
  timezone: z.string(),
  editable: z.boolean(),
  time: z.object({ from: z.string().min(1), to: z.string().min(1) }),
  refresh: z
    .string()
    .regex(/^(\d+[smhd])?$/)
    .optional(),
  panels: z.array(DashboardPanel).min(1),
  templating: z.object({ list: z.array(DashboardVariable) }),
});

export type Dashboard = z.infer<typeof Dashboard>;
export type DashboardPanel = z.infer<typeof DashboardPanel>;
export type DashboardVariable = z.infer<typeof DashboardVariable>;
export type DataPanel = z.infer<typeof DataPanel>;
export type SqlTarget = z.infer<typeof SqlTarget>;

/** The panels that ask the database something. */
export function dataPanels(dashboard: Dashboard): readonly DataPanel[] {
  return dashboard.panels.filter((panel): panel is DataPanel => "targets" in panel && panel.type !== "row");
}

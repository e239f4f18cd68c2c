import { parse } from "yaml";
import { z } from "zod";

/** What a provisioning file may refer to. */
export interface ProvisioningSources {
  readonly environment?: Readonly<Record<string, string>>;
  /** Content by path, for `$__file{path}`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A PostgreSQL data source as Grafana's provisioning file describes it; others are not ours to check. */
const PostgresDataSource = z.strictObject({
  name: z.string().min(1),
  uid: z.string().regex(/^[\w-]{1,40}$/),
  type: z.enum(["grafana-postgresql-datasource", "postgres"]),
  access: z.literal("proxy"),
  url: z.string().regex(/^[^/\s]+:\d+$/, "must be host:port"),
  user: z.string().min(1),
  isDefault: z.boolean().optional(),
  editable: z.boolean().optional(),
  jsonData: z.strictObject({
    // At the top level of the file it is the old place: since Grafana 9.2 the query editor looks here.
    database: z.string().min(1),
    sslmode: z.enum(["disable", "require", "verify-ca", "verify-full"]),
    timescaledb: z.boolean(),
    postgresVersion: z.int().optional(),
    timeInterval: z.string().optional(),
    maxOpenConns: z.int().positive().optional(),
    maxIdleConns: z.int().min(0).optional(),
    connMaxLifetime: z.int().positive().optional(),
    sslRootCertFile: z.string().optional(),
  }),
  secureJsonData: z.strictObject({ password: z.string().min(1) }),
});

const DataSourceFile = z.strictObject({ apiVersion: z.literal(1), datasources: z.array(PostgresDataSource).min(1) });

const DashboardProvider = z.strictObject({
  name: z.string().min(1),
  orgId: z.int().optional(),
  folder: z.string(),
  folderUid: z.string().optional(),
  type: z.literal("file"),
  disableDeletion: z.boolean().optional(),
  editable: z.boolean().optional(),
  allowUiUpdates: z.boolean().optional(),
  updateIntervalSeconds: z.int().positive().optional(),
  options: z.strictObject({ path: z.string().startsWith("/"), foldersFromFilesStructure: z.boolean().optional() }),
});

const DashboardProviderFile = z.strictObject({
  apiVersion: z.literal(1),
  providers: z.array(DashboardProvider).min(1),
});

export type ProvisionedDataSource = z.infer<typeof PostgresDataSource>;
export type ProvisionedDashboards = z.infer<typeof DashboardProvider>;

/**
 * Reads a file of `provisioning/datasources`. Throws where Grafana would not start with it or would make something
 * else than what is meant: unknown keys, two data sources of one uid, a variable that the environment lacks.
 */
export function readDataSources(yaml: string, sources: ProvisioningSources): readonly ProvisionedDataSource[] {
  const { datasources } = DataSourceFile.parse(expandValues(parse(yaml), sources));
  refuseRepeated(datasources.map(({ uid }) => uid));
  refuseRepeated(datasources.map(({ name }) => name));
  return datasources;
}

/** Reads a file of `provisioning/dashboards`; throws as `readDataSources` does. */
export function readDashboardProviders(yaml: string, sources: ProvisioningSources): readonly ProvisionedDashboards[] {
  const { providers } = DashboardProviderFile.parse(expandValues(parse(yaml), sources));
  refuseRepeated(providers.map(({ name }) => name));
  return providers;
}

/** In values only, keys are left alone. */
function expandValues(value: unknown, sources: ProvisioningSources): unknown {
  if (typeof value === "string") return expandText(value, sources);
  if (Array.isArray(value)) return value.map((one) => expandValues(one, sources));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expandValues(one, sources)]));
}

/**
 * `$$` is a dollar sign; `${NAME}`, `$__env{NAME}` and `$__file{path}` are put in first, then `$NAME` — also within what
 * was just put in: a password from a file must hold no dollar sign.
 * Source: grafana, pkg/services/provisioning/values/values.go and pkg/setting/expanders.go.
 */
function expandText(text: string, { environment = {}, files = {} }: ProvisioningSources): string {
  const expandPart = (part: string) =>
    part
      .replace(/\$(?:__(env|file))?\{([^}]+)\}/g, (_, kind: string | undefined, name: string) =>
        kind === "file" ? known(files, name).trim() : known(environment, name),
      )
      .replace(/\$(\w+)/g, (_, name: string) => known(environment, name));
  return text.split("$$").map(expandPart).join("$");
}

/** Grafana would put an empty text here and fail later, far from the cause. */
function known(values: Readonly<Record<string, string>>, name: string): string {
  const found = values[name];
  if (found === undefined || found === "") throw new Error(`Nothing is known as ${name}`);
  return found;
}

function refuseRepeated(values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw new Error(`${twice} is given twice`);
}

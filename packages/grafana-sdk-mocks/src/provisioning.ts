import { parse } from "yaml";
import { z } from "zod";

export type Environment = Readonly<Record<string, string | undefined>>;

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
export function readDataSources(yaml: string, environment: Environment): readonly ProvisionedDataSource[] {
  const { datasources } = DataSourceFile.parse(expandEnvironment(parse(yaml), environment));
  refuseRepeated(datasources.map(({ uid }) => uid));
  refuseRepeated(datasources.map(({ name }) => name));
  return datasources;
}

/** Reads a file of `provisioning/dashboards`; throws as `readDataSources` does. */
export function readDashboardProviders(yaml: string, environment: Environment): readonly ProvisionedDashboards[] {
  const { providers } = DashboardProviderFile.parse(expandEnvironment(parse(yaml), environment));
  refuseRepeated(providers.map(({ name }) => name));
  return providers;
}

/** `$NAME` and `${NAME}` in values, `$$` for a dollar sign, as Grafana's provisioning does; keys are left alone. */
function expandEnvironment(value: unknown, environment: Environment): unknown {
  if (typeof value === "string") return expandText(value, environment);
  if (Array.isArray(value)) return value.map((one) => expandEnvironment(one, environment));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expandEnvironment(one, environment)]));
}

function expandText(text: string, environment: Environment): string {
  return text.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar?: string, bare?: string, braced?: string) => {
    if (dollar !== undefined) return dollar;
    const name = bare ?? braced ?? "";
    const found = environment[name];
    // Grafana would put an empty text here and fail later, far from the cause.
    if (found === undefined || found === "") throw new Error(`The environment lacks ${name}`);
    return found;
  });
}

function refuseRepeated(values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw new Error(`${twice} is given twice`);
}

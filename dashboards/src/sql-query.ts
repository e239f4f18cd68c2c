import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";

/** The data source that infra/grafana/provisioning makes. */
export const dataSource = { type: "grafana-postgresql-datasource", uid: "gtb" } as const;

interface SqlTarget extends Dataquery {
  readonly refId: string;
  readonly datasource: typeof dataSource;
  readonly rawSql: string;
  readonly format: "time_series" | "table";
  readonly rawQuery: true;
  readonly editorMode: "code";
}

/** A query whose first column is `time`, ordered by it; a text column `metric` names the series. */
export function timeSeriesQuery(rawSql: string): Builder<Dataquery> {
  return sqlQuery(rawSql, "time_series");
}

/** A query shown as it is, a column a column. */
export function tableQuery(rawSql: string): Builder<Dataquery> {
  return sqlQuery(rawSql, "table");
}

/** The SDK knows no SQL data source: this is the one query model it lacks. */
function sqlQuery(rawSql: string, format: SqlTarget["format"]): Builder<Dataquery> {
  const target: SqlTarget = {
    refId: "A",
    datasource: dataSource,
    rawSql: rawSql.trim(),
    format,
    rawQuery: true,
    editorMode: "code",
    // The SDK marks queries by this method; JSON leaves it out.
    _implementsDataqueryVariant: () => undefined,
  };
  return { build: () => target };
}

import type { Queryable } from "@gtb/database/pool";
import type { Cell, Column, Frame } from "./frame.ts";

/** PostgreSQL's type oids, as Grafana tells them apart. Source: sqleng/sql_engine.go. */
const typeByOid: Readonly<Record<number, Column["type"]>> = {
  16: "boolean",
  20: "number",
  21: "number",
  23: "number",
  700: "number",
  701: "number",
  1700: "number",
  114: "json",
  3802: "json",
  1082: "time",
  1114: "time",
  1184: "time",
};

/** As many rows as Grafana takes unless its `sql_datasources` settings say otherwise (`row_limit`). */
const rowLimit = 1_000_000;

/** Runs SQL and gives its rows as Grafana would read them. Throws the database's error. */
export async function queryFrame(db: Queryable, sql: string): Promise<Frame> {
  const result = await db.query<(string | null)[]>({ text: sql, rowMode: "array", types: asText });
  const rows = result.rows.slice(0, rowLimit);
  return {
    columns: result.fields.map(({ name, dataTypeID }, index) => {
      const type = typeByOid[dataTypeID] ?? "string";
      return { name, type, cells: rows.map((row) => readCell(row[index] ?? null, type)) };
    }),
  };
}

/** Values come as the server wrote them: this package reads them as Grafana does, not as our pools do. */
const asText = { getTypeParser: () => (text: string) => text };

function readCell(text: string | null, type: Column["type"]): Cell {
  if (text === null) return null;
  if (type === "number") return Number(text);
  if (type === "boolean") return text === "t";
  if (type === "time") return readTime(text);
  return text;
}

/** A time without a zone is UTC to Grafana. Throws on `infinity`, which it cannot show either. */
function readTime(text: string): Date {
  const [, day, time = "00:00:00", offset = "+00"] =
    /^(\d{4,}-\d\d-\d\d)(?: ([\d:.]+)([+-]\d\d(?::\d\d)?)?)?$/.exec(text) ?? [];
  const read = new Date(`${day}T${time}${offset.length === 3 ? `${offset}:00` : offset}`);
  if (day === undefined || Number.isNaN(read.getTime())) throw new Error(`Grafana cannot show the time ${text}`);
  return read;
}

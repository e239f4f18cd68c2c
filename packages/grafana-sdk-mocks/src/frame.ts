/** A cell as Grafana holds it: times as times, every number as a number, everything unknown as text. */
export type Cell = Date | number | string | boolean | null;

export interface Column {
  readonly name: string;
  readonly type: "time" | "number" | "string" | "boolean" | "json";
  readonly cells: readonly Cell[];
}

/** A table of a query's result, by column. */
export interface Frame {
  readonly columns: readonly Column[];
}

export function rowCount(frame: Frame): number {
  return frame.columns[0]?.cells.length ?? 0;
}

/** The frame's rows, for tests and reports. */
export function toRows(frame: Frame): Record<string, Cell>[] {
  return Array.from({ length: rowCount(frame) }, (_, row) =>
    Object.fromEntries(frame.columns.map(({ name, cells }) => [name, cells[row] ?? null])),
  );
}

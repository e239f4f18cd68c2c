import type { TableLanguage } from "@gtb/contracts/table-format";

export type Text = Readonly<Record<TableLanguage, string>>;

/** What a cell holds: a Date is an instant; null: nothing is known, never 0. */
export type Cell = string | number | Date | null;

/**
 * text: as it is · number: in the column's unit · share: 0 to 1, shown in percent · instant: shown in the table's time
 * zone · day: `YYYY-MM-DD`.
 */
export type CellKind = "text" | "number" | "share" | "instant" | "day";

export interface Column<Row> {
  readonly header: Text;
  readonly kind: CellKind;
  readonly unit?: string | undefined;
  /** Shown by a spreadsheet; the value is whole. */
  readonly decimals?: number;
  readonly value: (row: Row, language: TableLanguage) => Cell;
}

/** A line of the sheet "À propos". */
export type AboutLine = readonly [label: Text, value: Cell];

interface TableParts<Reply, Row> {
  /** Of the sheet and the file. */
  readonly title: Text;
  readonly rows: (reply: Reply) => readonly Row[];
  /** In which instants are shown. Absent: that of the Eure. */
  readonly timeZone?: (reply: Reply) => string;
  /** What the whole is, how completely it is known and what it was made with. */
  readonly about?: (reply: Reply, language: TableLanguage) => readonly AboutLine[];
}

type Columns<Reply, Row> = readonly Column<Row>[] | ((reply: Reply) => readonly Column<Row>[]);

/** A table with its values, in one language. */
export interface FilledTable {
  readonly title: string;
  readonly columns: readonly (Pick<Column<never>, "kind" | "decimals"> & { readonly header: string })[];
  readonly rows: readonly (readonly Cell[])[];
  readonly timeZone: string;
  readonly about: readonly (readonly [label: string, value: Cell])[];
}

/** How a route's reply is a table: what it declares to be had as a file. */
export interface Table<Reply> {
  readonly fill: (reply: Reply, language: TableLanguage) => FilledTable;
}

const usualTimeZone = "Europe/Paris";

/** Columns stand apart, so that each knows its row. */
export function table<Reply, Row>(parts: TableParts<Reply, Row>, columnsOf: Columns<Reply, Row>): Table<Reply> {
  return {
    fill: (reply, language) => {
      const columns = typeof columnsOf === "function" ? columnsOf(reply) : columnsOf;
      const timeZone = parts.timeZone?.(reply) ?? usualTimeZone;
      return {
        title: parts.title[language],
        columns: columns.map(({ kind, decimals, ...column }) => ({
          kind,
          ...(decimals !== undefined && { decimals }),
          header: headerOf({ kind, ...column }, language, timeZone),
        })),
        rows: parts.rows(reply).map((row) => columns.map(({ value }) => value(row, language))),
        timeZone,
        about: (parts.about?.(reply, language) ?? []).map(([label, value]) => [label[language], value] as const),
      };
    },
  };
}

function headerOf<Row>({ header, kind, unit }: Column<Row>, language: TableLanguage, timeZone: string): string {
  const shown = kind === "share" ? "%" : kind === "instant" ? timeZone : unit;
  return shown === undefined ? header[language] : `${header[language]} (${shown})`;
}

import { z } from "zod";

/** Rows of one file at most; where a table has more, the file says that it is cut. */
export const mostTableRows = { csv: 100_000, xlsx: 50_000 } as const;

export const TableFormat = z.enum(["csv", "xlsx"]);
export type TableFormat = z.input<typeof TableFormat>;

export const TableLanguage = z.enum(["fr", "en"]);
export type TableLanguage = z.input<typeof TableLanguage>;

/** Query fields of every route whose answer is a table. */
export const tableFields = {
  format: TableFormat.optional().describe(
    `The whole table as a file, whatever \`limit\` and \`cursor\` say: at most ${mostTableRows.csv} rows as csv, ` +
      `${mostTableRows.xlsx} as xlsx. A file that is cut says so in its last row or its sheet, its name and \`x-rows-cut\``,
  ),
  lang: TableLanguage.optional().describe(
    "Of the file: in French with semicolons, decimal commas and a byte order mark; in English as RFC 4180. Absent: as `accept-language` prefers, else French",
  ),
};

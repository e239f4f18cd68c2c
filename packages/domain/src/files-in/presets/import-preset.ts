import type { ColumnName, ImportMapping } from "../import-mapping.ts";

/** A format as somebody publishes it. What the file itself says (header line, interval, delimiter) is taken from it. */
export interface ImportPreset {
  readonly id: string;
  /** For people, in French */
  readonly name: string;
  /** Column names that tell it apart, as they stand in its header. */
  readonly header: readonly ColumnName[];
  /** A word above the table that must be there too. */
  readonly preamble?: string;
  /** A column whose cells say the unit of the values: W or Wh in the same flow. */
  readonly unitColumn?: ColumnName;
  /** What nobody could verify in a file of the publisher's and the person must look at, in French; null: nothing. */
  readonly unverified: string | null;
  readonly mapping: Omit<ImportMapping, "sheet" | "encoding" | "delimiter" | "headerLine">;
}

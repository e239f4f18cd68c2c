/** Glossary of how a file of readings is to be read. Data: it is saved by name, shown on screen and sent with a run. */

export const importUnits = ["W.h", "kW.h", "MW.h", "m3", "L", "W", "kW", "none"] as const;
/** UCUM; W and kW are mean powers of the interval; `none`: raw counts, stored as they stand. */
export type ImportUnit = (typeof importUnits)[number];

export const importContents = ["index", "interval", "power", "reading"] as const;
/**
 * What a value says. index: what a counter showed; interval: what passed in the interval; power: the mean power of the
 * interval; reading: the value of a point, as it is.
 */
export type ImportContent = (typeof importContents)[number];

export const identifierKinds = ["point", "register", "delivery-point", "serial-number"] as const;
/** What a cell names: a uuid of a point or register, a PRM or PCE, the serial number of a meter. */
export type IdentifierKind = (typeof identifierKinds)[number];

/** A column by its name in the header, or by its number from 1 where the file has none: "3". */
export type ColumnName = string;

export type ImportTarget =
  | { readonly by: "register"; readonly register: string }
  | { readonly by: "point"; readonly point: string }
  /** Each line names its own. `tariffClass`: which of the meter's registers; null: the only one that fits. */
  | {
      readonly by: "column";
      readonly column: ColumnName;
      readonly holds: IdentifierKind;
      readonly tariffClass: string | null;
    }
  /** One cell above the table names it: line and column from 1. */
  | {
      readonly by: "cell";
      readonly line: number;
      readonly column: number;
      readonly holds: IdentifierKind;
      readonly tariffClass: string | null;
    };

export interface ValueColumn {
  readonly column: ColumnName;
  readonly content: ImportContent;
  readonly unit: ImportUnit;
  readonly target: ImportTarget;
}

export const stampMarks = ["start", "end", "instant"] as const;
export type StampMarks = (typeof stampMarks)[number];

/**
 * How long a value's interval is. minutes: fixed; next: up to the next stamp of the same target (or from the one before,
 * where the stamp marks the end); day and month: local; gas-day: 06:00 to 06:00.
 */
export type IntervalLength =
  | { readonly kind: "minutes"; readonly minutes: number }
  | { readonly kind: "next" | "day" | "month" | "gas-day" | "none" };

export interface TimeRule {
  /** One column, or a date and an hour that are joined with a space. */
  readonly columns: readonly ColumnName[];
  /** `iso`, or letters yyyy MM dd HH mm ss as they stand in the file: `dd/MM/yyyy HH:mm` */
  readonly format: string;
  /** IANA; for stamps that bear no offset of their own */
  readonly timeZone: string;
  readonly marks: StampMarks;
  readonly interval: IntervalLength;
}

export interface ImportMapping {
  /** A spreadsheet's sheet; null: the first */
  readonly sheet: string | null;
  readonly encoding: "utf-8" | "windows-1252";
  readonly delimiter: ";" | "," | "\t" | "|";
  readonly decimal: "," | ".";
  /** The line of the column names, from 1; 0: there is none */
  readonly headerLine: number;
  readonly time: TimeRule;
  readonly values: readonly ValueColumn[];
  /** A column and the word that says that its value is an estimate; null: the file does not tell. */
  readonly estimated: { readonly column: ColumnName; readonly word: string } | null;
}

/** A line of a file, cells as text, with its number from 1. */
export interface FileRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

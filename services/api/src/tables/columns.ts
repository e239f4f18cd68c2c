import type { TableLanguage } from "@gtb/contracts/table-format";
import type { Column } from "./table.ts";
import { type Words, wordOf } from "./words.ts";

type Value<Row, T> = (row: Row) => T | null | undefined;

export function text<Row>(fr: string, en: string, value: Value<Row, string>): Column<Row> {
  return { header: { fr, en }, kind: "text", value: (row) => value(row) ?? null };
}

/** A code of the API as a person reads it. */
export function word<Row>(fr: string, en: string, words: Words, value: Value<Row, string>): Column<Row> {
  const said = (row: Row, language: TableLanguage) => {
    const code = value(row);
    return code == null ? null : wordOf(words, code, language);
  };
  return { header: { fr, en }, kind: "text", value: said };
}

interface NumberLook {
  readonly unit?: string | undefined;
  readonly decimals?: number;
}

export function number<Row>(fr: string, en: string, value: Value<Row, number>, look: NumberLook = {}): Column<Row> {
  return { header: { fr, en }, kind: "number", ...look, value: (row) => value(row) ?? null };
}

/** 0 to 1 */
export function share<Row>(fr: string, en: string, value: Value<Row, number>): Column<Row> {
  return { header: { fr, en }, kind: "share", decimals: 1, value: (row) => value(row) ?? null };
}

export function instant<Row>(fr: string, en: string, value: Value<Row, Date>): Column<Row> {
  return { header: { fr, en }, kind: "instant", value: (row) => value(row) ?? null };
}

/** `YYYY-MM-DD` */
export function day<Row>(fr: string, en: string, value: Value<Row, string>): Column<Row> {
  return { header: { fr, en }, kind: "day", value: (row) => value(row) ?? null };
}

import type { ColumnName, FileRecord, ImportMapping, ValueColumn } from "./import-mapping.ts";
import { intervalAround } from "./interval-around.ts";
import { WallClock } from "./local-instants.ts";
import { greatestImportedValue, parseNumber } from "./parse-number.ts";
import { type Stamp, stampParser } from "./parse-stamp.ts";
import { StampInstants } from "./stamp-instants.ts";
import { type TargetName, TargetNames } from "./target-names.ts";

/** A value of a file on its way in. `startMs` is null where its interval is unknown or it has none. */
export interface FileValue {
  readonly line: number;
  readonly column: ColumnName;
  readonly target: TargetName;
  readonly rule: ValueColumn;
  readonly startMs: number | null;
  /** The instant of the value, or the end of its interval: as readings are kept. */
  readonly timeMs: number;
  readonly value: number;
  readonly estimated: boolean;
}

/** Why a value is not taken, in French: people read it beside the file. */
export interface Refusal {
  readonly line: number;
  readonly column: ColumnName | null;
  readonly reason: string;
}

export interface ConvertedLine {
  readonly values: readonly FileValue[];
  readonly refusals: readonly Refusal[];
}

interface Column {
  readonly rule: ValueColumn;
  readonly at: number;
  readonly targetAt: number;
}

const nothing: ConvertedLine = { values: [], refusals: [] };

/** The mapping does not fit the file at all: a column is not there, the table has no header line. In French. */
export class MappingMisfit extends Error {}

/**
 * Reads the lines of one file in order by a mapping. It keeps the time before of each target: in the night when the clocks
 * go back the order of the lines tells the two hours apart, and the length of an interval may follow from its neighbour.
 */
export class LineConverter {
  readonly #mapping: ImportMapping;
  readonly #clock: WallClock;
  readonly #instants: StampInstants;
  readonly #parse: (text: string) => Stamp | undefined;
  readonly #names: TargetNames = new TargetNames();
  #columns: readonly Column[] | undefined;
  #timeAt: readonly number[] = [];
  #estimatedAt = -1;
  /** A line with a date has been read. */
  #hasBegun = false;
  /** The line before was no value. */
  #isBelow = false;
  readonly #lengths = new Map<string, number>();
  readonly #waiting = new Map<string, FileValue>();

  constructor(mapping: ImportMapping) {
    this.#mapping = mapping;
    this.#clock = new WallClock(mapping.time.timeZone);
    this.#instants = new StampInstants(this.#clock);
    this.#parse = stampParser(mapping.time.format);
    if (mapping.headerLine === 0) this.#locate(undefined);
  }

  /** Takes the next line. Throws a MappingMisfit where the header lacks a column. */
  add(record: FileRecord): ConvertedLine {
    const { headerLine } = this.#mapping;
    if (record.line < headerLine || this.#columns === undefined) this.#names.note(record);
    if (record.line < headerLine) return nothing;
    if (this.#columns === undefined) {
      if (record.line > headerLine) throw new MappingMisfit(`La ligne ${headerLine}, des noms de colonnes, est vide.`);
      this.#locate(record.fields);
      return nothing;
    }
    if (record.fields.every((field) => field.trim() === "")) return nothing;
    return this.#convert(record, this.#columns);
  }

  /** What waited for a stamp that never came: as long as the interval before it. Throws a MappingMisfit without a header. */
  finish(): ConvertedLine {
    if (this.#columns === undefined)
      throw new MappingMisfit(`La ligne ${this.#mapping.headerLine}, des noms de colonnes, n'existe pas.`);
    const values = [...this.#waiting].flatMap(([key, value]) => {
      const lengthMs = this.#lengths.get(key);
      return lengthMs === undefined || value.startMs === null ? [] : [{ ...value, timeMs: value.startMs + lengthMs }];
    });
    const alone = [...this.#waiting.values()].filter(({ line }) => !values.some((value) => value.line === line));
    return {
      values,
      refusals: alone.map(({ line, column }) => ({
        line,
        column,
        reason: "la durée est inconnue : aucune ligne ne suit",
      })),
    };
  }

  #locate(header: readonly string[] | undefined): void {
    const names = header?.map(columnKey);
    const find = (column: ColumnName): number => {
      const named = names?.indexOf(columnKey(column)) ?? -1;
      if (named >= 0) return named;
      if (/^\d{1,4}$/.test(column) && Number(column) > 0) return Number(column) - 1;
      throw new MappingMisfit(`La colonne « ${column} » n'est pas dans le fichier.`);
    };
    this.#timeAt = this.#mapping.time.columns.map(find);
    this.#estimatedAt = this.#mapping.estimated ? find(this.#mapping.estimated.column) : -1;
    this.#columns = this.#mapping.values.map((rule) => ({
      rule,
      at: find(rule.column),
      targetAt: rule.target.by === "column" ? find(rule.target.column) : -1,
    }));
  }

  #convert(record: FileRecord, columns: readonly Column[]): ConvertedLine {
    const { line, fields } = record;
    const text = this.#timeAt
      .map((at) => fields[at]?.trim() ?? "")
      .join(" ")
      .trim();
    const stamp = this.#parse(text);
    if (stamp === undefined) return this.#noDate(record, columns, text);
    this.#isBelow = false;
    this.#hasBegun = true;
    const values: FileValue[] = [];
    const refusals: Refusal[] = [];
    for (const column of columns) {
      const raw = fields[column.at]?.trim() ?? "";
      if (raw === "" || /^(?:-|n\/?a|null)$/i.test(raw)) continue;
      const result = this.#value(record, column, raw, stamp);
      if (typeof result === "string") refusals.push({ line, column: column.rule.column, reason: result });
      else values.push(...result);
    }
    return { values, refusals };
  }

  /**
   * Below their table publishers put notes and other tables: lines with neither a date nor a number. The first of them is told,
   * the next are no values that anybody misses.
   */
  #noDate({ line, fields }: FileRecord, columns: readonly Column[], text: string): ConvertedLine {
    const [column] = this.#mapping.time.columns;
    const isText = columns.every(({ at }) => parseNumber(fields[at] ?? "", this.#mapping.decimal) === undefined);
    if (!isText || !this.#hasBegun) return refuse(line, column, notADate(text, this.#mapping.time.format));
    if (this.#isBelow) return nothing;
    this.#isBelow = true;
    return refuse(
      line,
      column,
      "ni date ni nombre : un titre ou un autre tableau ; les lignes semblables qui suivent sont passées",
    );
  }

  #value({ line, fields }: FileRecord, { rule, targetAt }: Column, raw: string, stamp: Stamp): FileValue[] | string {
    const value = parseNumber(raw, this.#mapping.decimal);
    if (value === undefined)
      return `« ${short(raw)} » n'est pas un nombre (séparateur décimal : « ${this.#mapping.decimal} »)`;
    if (Math.abs(value) > greatestImportedValue) return `${short(raw)} est hors de toute mesure possible`;
    const target = this.#names.of(rule.target, fields[targetAt]);
    if (typeof target === "string") return target;
    const key = `${target.holds} ${target.name} ${rule.column}`;
    const before = this.#instants.before(key);
    const at = this.#instants.next(stamp, key);
    if (typeof at === "string") return at;
    const estimated =
      this.#estimatedAt >= 0 &&
      columnKey(fields[this.#estimatedAt] ?? "") === columnKey(this.#mapping.estimated?.word ?? "");
    const { marks, interval } = this.#mapping.time;
    const shared = { line, column: rule.column, target, rule, value, estimated };
    if (rule.content === "index" || rule.content === "reading" || marks === "instant")
      return [{ ...shared, startMs: null, timeMs: this.#instantOfIndex(at) }];
    if (interval.kind === "next") return this.#byNeighbour(key, { ...shared, startMs: null, timeMs: at }, before);
    const [startMs, timeMs] = intervalAround(at, marks, interval, this.#clock);
    return [{ ...shared, startMs, timeMs }];
  }

  /** An index that bears only its day was read where the day (or gas day) begins, or ends where the stamp marks ends. */
  #instantOfIndex(at: number): number {
    const { marks, interval } = this.#mapping.time;
    if (marks === "instant" || interval.kind === "minutes" || interval.kind === "none" || interval.kind === "next")
      return at;
    const [startMs, endMs] = intervalAround(at, "start", interval, this.#clock);
    return marks === "start" ? startMs : endMs;
  }

  #byNeighbour(key: string, value: FileValue, before: number | undefined): FileValue[] {
    if (this.#mapping.time.marks === "end") return [{ ...value, startMs: before ?? null }];
    const waiting = this.#waiting.get(key);
    this.#waiting.set(key, { ...value, startMs: value.timeMs });
    if (waiting === undefined) return [];
    this.#lengths.set(key, value.timeMs - waiting.timeMs);
    return [{ ...waiting, timeMs: value.timeMs }];
  }
}

/** How column names are compared: people change case, accents and spaces. */
export function columnKey(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();
}

function refuse(line: number, column: ColumnName | undefined, reason: string): ConvertedLine {
  return { values: [], refusals: [{ line, column: column ?? null, reason }] };
}

function notADate(text: string, format: string): string {
  const wanted = format === "iso" ? "2026-01-31 08:00 ou 2026-01-31T08:00:00+01:00" : format;
  return text === "" ? "la date est vide" : `« ${short(text)} » n'est pas une date (attendu : ${wanted})`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

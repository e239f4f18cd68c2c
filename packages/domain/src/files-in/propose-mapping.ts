import { aimed } from "./aim-at-identifier.ts";
import type { FileRecord, ImportContent, ImportMapping, ImportUnit, TimeRule, ValueColumn } from "./import-mapping.ts";
import { columnKey } from "./line-converter.ts";
import { parseNumber } from "./parse-number.ts";
import { type Stamp, stampParser } from "./parse-stamp.ts";
import { importPresets } from "./presets/catalogue.ts";
import type { ImportPreset } from "./presets/import-preset.ts";

export interface ProposedMapping {
  /** null: no known format, guessed from what stands in the columns */
  readonly preset: string | null;
  readonly presetName: string | null;
  readonly mapping: ImportMapping;
  /** What the person should look at before they go on, in French. */
  readonly doubts: readonly string[];
}

type Layout = Pick<ImportMapping, "sheet" | "encoding" | "delimiter">;

const formats = [
  "iso",
  "dd/MM/yyyy HH:mm",
  "dd/MM/yyyy HH:mm:ss",
  "dd/MM/yyyy",
  "dd-MM-yyyy HH:mm",
  "dd-MM-yyyy",
  "dd.MM.yyyy HH:mm",
  "dd.MM.yyyy",
  "yyyy/MM/dd HH:mm",
  "yyyy/MM/dd",
  "MM/yyyy",
  "yyyyMMdd",
];
const minuteMs = 60_000;

/** How a file is probably to be read, from its first lines; a proposal for a person, who sees and changes it. */
export function proposeMapping(records: readonly FileRecord[], layout: Layout): ProposedMapping {
  for (const preset of importPresets) {
    const header = records.find((record) => isHeaderOf(preset, record, records));
    if (header !== undefined) return fromPreset(preset, header, records, layout);
  }
  return guess(records, layout);
}

/** How a file is read by one preset (its id); undefined where its header is not in the file, or there is no such preset. */
export function mappingByPreset(id: string, records: readonly FileRecord[], layout: Layout): ImportMapping | undefined {
  const preset = importPresets.find((one) => one.id === id);
  const header = preset && records.find((record) => isHeaderOf(preset, record, records));
  return preset && header && fromPreset(preset, header, records, layout).mapping;
}

function isHeaderOf(preset: ImportPreset, record: FileRecord, records: readonly FileRecord[]): boolean {
  const names = new Set(record.fields.map(columnKey));
  if (!preset.header.every((name) => names.has(columnKey(name)))) return false;
  if (preset.preamble === undefined) return true;
  const above = records.filter(({ line }) => line < record.line).flatMap(({ fields }) => fields);
  return above.some((text) => columnKey(text).includes(columnKey(preset.preamble ?? "")));
}

function fromPreset(
  preset: ImportPreset,
  header: FileRecord,
  records: readonly FileRecord[],
  layout: Layout,
): ProposedMapping {
  const below = records.filter(({ line }) => line > header.line);
  const at = header.fields.findIndex((name) => columnKey(name) === columnKey(preset.mapping.time.columns[0] ?? ""));
  const texts = below.map(({ fields }) => fields[at] ?? "");
  const { time } = preset.mapping;
  const format = texts.some((text) => stampParser(time.format)(text)) ? time.format : (formatOf(texts) ?? time.format);
  const mapping = {
    ...layout,
    ...preset.mapping,
    headerLine: header.line,
    time: { ...time, format, ...intervalOf(time, format, texts) },
    values: preset.mapping.values.map((value) =>
      inUnitOf(preset, header, below[0], aimed(value, records, header.line)),
    ),
  };
  return {
    preset: preset.id,
    presetName: preset.name,
    mapping,
    doubts: preset.unverified === null ? [] : [preset.unverified],
  };
}

/** The column in the unit that the file's first line names. */
function inUnitOf(
  { unitColumn }: ImportPreset,
  header: FileRecord,
  first: FileRecord | undefined,
  value: ValueColumn,
): ValueColumn {
  if (unitColumn === undefined) return value;
  const at = header.fields.findIndex((name) => columnKey(name) === columnKey(unitColumn));
  const unit = (["W.h", "kW.h", "W", "kW"] as const).find((one) => one.replace(".", "") === first?.fields[at]?.trim());
  return unit === undefined ? value : { ...value, unit, content: contentOf(value.column, unit) };
}

/** The step and the side of a load curve, where the file shows them: one whose first stamp is a midnight marks starts. */
function intervalOf(
  time: Pick<TimeRule, "interval" | "marks">,
  format: string,
  texts: readonly string[],
): Pick<TimeRule, "interval" | "marks"> {
  if (time.interval.kind !== "minutes") return time;
  const stamps = texts
    .map(stampParser(format))
    .filter((stamp) => stamp !== undefined)
    .map(toMs);
  const minutes = stepMinutes(stamps) ?? time.interval.minutes;
  const midnight = /[T ]00:00(:00)?/.test(texts.find((text) => text.trim() !== "") ?? "");
  return { interval: { kind: "minutes", minutes }, marks: midnight ? "start" : time.marks };
}

function toMs(stamp: Stamp): number {
  return "instantMs" in stamp ? stamp.instantMs : stamp.wallMs;
}

function stepMinutes(stamps: readonly number[]): number | undefined {
  const steps = stamps
    .slice(1)
    .map((ms, index) => Math.abs(ms - (stamps[index] ?? ms)) / minuteMs)
    .filter((step) => step > 0);
  return steps.toSorted((a, b) => a - b)[steps.length >> 1];
}

function formatOf(texts: readonly string[]): string | undefined {
  const filled = texts.filter((text) => text.trim() !== "").slice(0, 20);
  if (filled.length === 0) return undefined;
  return formats.find((format) => filled.filter((text) => stampParser(format)(text)).length > filled.length / 2);
}

/** Without a known format: the first column of stamps, and every column of numbers beside it. */
function guess(records: readonly FileRecord[], layout: Layout): ProposedMapping {
  // Titles and names stand in the first half.
  const body = records.slice(-Math.min(20, Math.ceil(records.length / 2)));
  const width = Math.max(0, ...body.map(({ fields }) => fields.length));
  const columns = Array.from({ length: width }, (_, at) => body.map(({ fields }) => fields[at] ?? ""));
  const timeAt = columns.findIndex((texts) => formatOf(texts) !== undefined);
  const format = formatOf(columns[timeAt] ?? []) ?? "iso";
  const first = records.find(({ fields }) => stampParser(format)(fields[timeAt] ?? ""));
  const header = records.filter(({ line, fields }) => line < (first?.line ?? 0) && fields.length > 1).at(-1);
  const nameOf = (at: number) => header?.fields[at]?.trim() || String(at + 1);
  const decimal = columns.flat().some((text) => /^-?[\d\s]+,\d+$/.test(text.trim())) ? "," : ".";
  const numeric = (at: number) => at !== timeAt && at >= 0 && isNumeric(columns[at] ?? [], decimal);
  const values = columns.flatMap((_, at) => (numeric(at) ? [valueColumn(nameOf(at))] : []));
  return {
    preset: null,
    presetName: null,
    mapping: {
      ...layout,
      decimal,
      headerLine: header?.line ?? 0,
      time: {
        columns: [nameOf(Math.max(timeAt, 0))],
        format,
        timeZone: "Europe/Paris",
        // What a counter showed was read when the stamp says, not where its month begins.
        ...(values[0]?.content === "index"
          ? ({ marks: "instant", interval: { kind: "none" } } as const)
          : guessInterval(columns[timeAt] ?? [], format)),
      },
      values: values.slice(0, 1),
      estimated: null,
    },
    doubts: doubtsOf(timeAt, values.length),
  };
}

function isNumeric(texts: readonly string[], decimal: "," | "."): boolean {
  const filled = texts.filter((text) => text.trim() !== "");
  return (
    filled.length > 0 && filled.filter((text) => parseNumber(text, decimal) !== undefined).length > filled.length / 2
  );
}

function guessInterval(texts: readonly string[], format: string): Pick<TimeRule, "marks" | "interval"> {
  const stamps = texts
    .map(stampParser(format))
    .filter((stamp) => stamp !== undefined)
    .map(toMs);
  const minutes = stepMinutes(stamps) ?? 60;
  if (minutes >= 28 * 1440) return { marks: "start", interval: { kind: "month" } };
  if (minutes >= 1380) return { marks: "start", interval: { kind: "day" } };
  return { marks: "start", interval: { kind: "minutes", minutes } };
}

function valueColumn(column: string): ValueColumn {
  const unit = unitOf(column);
  return { column, content: contentOf(column, unit), unit, target: { by: "register", register: "" } };
}

function unitOf(column: string): ImportUnit {
  const units: readonly (readonly [RegExp, ImportUnit])[] = [
    [/mwh/i, "MW.h"],
    [/kwh/i, "kW.h"],
    [/wh/i, "W.h"],
    [/\bkw\b/i, "kW"],
    [/\bw\b|watt/i, "W"],
    [/m3|m³/i, "m3"],
    [/litre|\bl\b/i, "L"],
  ];
  return units.find(([pattern]) => pattern.test(column))?.[1] ?? "kW.h";
}

function contentOf(column: string, unit: ImportUnit): ImportContent {
  if (unit === "W" || unit === "kW") return "power";
  return /index|relev/i.test(column) ? "index" : "interval";
}

function doubtsOf(timeAt: number, values: number): readonly string[] {
  return [
    "Format inconnu : vérifiez chaque choix.",
    ...(timeAt < 0 ? ["Aucune colonne de dates n'a été reconnue."] : []),
    ...(values === 0 ? ["Aucune colonne de nombres n'a été reconnue."] : []),
    ...(values > 1 ? ["Plusieurs colonnes de nombres : la première est proposée."] : []),
  ];
}

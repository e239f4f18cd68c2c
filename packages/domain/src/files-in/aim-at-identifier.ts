import type { FileRecord, ValueColumn } from "./import-mapping.ts";

/** A PRM or PCE of 14 digits, or a PCE of an industrial meter such as GI123456; see the presets for their sources. */
const identifier = /^'?(?:\d{14}|GI\s?\d{6})$/i;

/**
 * A preset's column aimed at the PRM or PCE that stands above the table. Publishers move that cell between versions of a file,
 * so it is looked for wherever the preset's own place holds none. Without any, the column stays as the preset has it.
 */
export function aimed(value: ValueColumn, records: readonly FileRecord[], headerLine: number): ValueColumn {
  const { target } = value;
  if (target.by === "column" || target.by === "point") return value;
  const above = records.filter(({ line }) => line < headerLine);
  if (target.by === "cell" && isIdentifier(cellAt(above, target.line, target.column))) return value;
  for (const { line, fields } of above) {
    const at = fields.findIndex(isIdentifier);
    if (at < 0) continue;
    const cell = { by: "cell", line, column: at + 1, holds: "delivery-point" } as const;
    return { ...value, target: { ...cell, tariffClass: target.by === "cell" ? target.tariffClass : null } };
  }
  return value;
}

function cellAt(records: readonly FileRecord[], line: number, column: number): string {
  return records.find((record) => record.line === line)?.fields[column - 1] ?? "";
}

function isIdentifier(text: string): boolean {
  return identifier.test(text.trim());
}

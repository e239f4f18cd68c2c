import { setImmediate as others } from "node:timers/promises";
import type { TableLanguage } from "@gtb/contracts/table-format";
import { localDateTime } from "./local-date-time.ts";
import type { Cell, CellKind, FilledTable } from "./table.ts";

const rowsAtOnce = 2_000;
/** Finer differences are noise of computing. */
const mostDecimals = 6;

/**
 * A table as CSV: in French as French spreadsheets read it (semicolons, decimal commas, a byte order mark), in English as
 * RFC 4180 says. `note` becomes a last row. Lets other requests in between.
 */
export async function csvFile(table: FilledTable, language: TableLanguage, note?: string): Promise<Buffer> {
  const { columns, rows, timeZone } = table;
  const separator = language === "fr" ? ";" : ",";
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
  const parts = [language === "fr" ? "\uFEFF" : "", line(columns.map(({ header }) => harmless(header)))];
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const some = rows.slice(first, first + rowsAtOnce);
    parts.push(
      ...some.map((cells) =>
        line(cells.map((cell, index) => written(cell, columns[index]?.kind ?? "text", language, timeZone))),
      ),
    );
    await others();
  }
  if (note !== undefined) parts.push(line(columns.map((_, index) => (index === 0 ? note : ""))));
  return Buffer.from(parts.join(""), "utf8");
}

function written(cell: Cell, kind: CellKind, language: TableLanguage, timeZone: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return decimal(kind === "share" ? cell * 100 : cell, language);
  if (cell instanceof Date) return localDateTime(cell, timeZone, language);
  if (kind === "day" && language === "fr") return cell.split("-").reverse().join("/");
  return harmless(cell);
}

function decimal(value: number, language: TableLanguage): string {
  const plain = String(Number(value.toFixed(mostDecimals)));
  return language === "fr" ? plain.replace(".", ",") : plain;
}

/** A spreadsheet would compute a text that begins like a formula. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { Worker } from "node:worker_threads";
import type { TableLanguage } from "@gtb/contracts/table-format";
import { localDateTime, wallClock } from "./local-date-time.ts";
import type { Cell, CellKind, FilledTable } from "./table.ts";
import type { PlainSheet } from "./write-workbook.ts";

/** A table as a workbook: numbers and dates that can be reckoned with, and a sheet that says what they are. */
export async function xlsxFile(table: FilledTable, language: TableLanguage): Promise<Buffer> {
  return written([tableSheet(table), aboutSheet(table, language)]);
}

function tableSheet({ title, columns, rows, timeZone }: FilledTable): PlainSheet {
  return {
    // Excel takes 31 characters, and none of these.
    name: title
      .replaceAll(/[\\/?*[\]:]/g, " ")
      .slice(0, 31)
      .trim(),
    header: columns.map(({ header }) => header),
    columns: columns.map(({ header, kind, decimals }) => ({
      width: Math.min(40, Math.max(12, header.length + 2)),
      ...formatOf(kind, decimals),
    })),
    rows: rows.map((cells) => cells.map((cell, index) => plain(cell, columns[index]?.kind ?? "text", timeZone))),
  };
}

function aboutSheet({ about, timeZone }: FilledTable, language: TableLanguage): PlainSheet {
  return {
    name: language === "fr" ? "À propos" : "About",
    header: language === "fr" ? ["Ce fichier", ""] : ["This file", ""],
    columns: [{ width: 34 }, { width: 70 }],
    // One column of many kinds: an instant as text, for a format of dates would hold for every number beside it.
    rows: about.map(([label, value]) => [
      label,
      value instanceof Date ? localDateTime(value, timeZone, language) : value,
    ]),
  };
}

function formatOf(kind: CellKind, decimals?: number): { numFmt?: string } {
  if (kind === "instant") return { numFmt: "yyyy-mm-dd hh:mm" };
  if (kind === "day") return { numFmt: "yyyy-mm-dd" };
  if (kind === "text") return {};
  const fraction = decimals === undefined ? undefined : `0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  return fraction === undefined ? {} : { numFmt: `#,##${fraction}` };
}

/** A workbook knows no time zones: it gets the wall clock. */
function plain(cell: Cell, kind: CellKind, timeZone: string): string | number | Date | null {
  if (cell instanceof Date) {
    const { year, month, day, hour, minute, second } = wallClock(cell, timeZone);
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  }
  if (kind === "share" && typeof cell === "number") return cell * 100;
  if (kind === "day" && typeof cell === "string") return new Date(`${cell}T00:00:00Z`);
  return cell;
}

/** In a thread of its own: fifty thousand rows take seconds, and others wait for this process. */
function written(sheets: readonly PlainSheet[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./write-workbook.ts", import.meta.url), { workerData: sheets });
    worker.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the writer of workbooks ended without a file")));
  });
}

import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import { streamXlsxRows } from "hucre/xlsx";
import { refuseZipBomb } from "./refuse-zip-bomb.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Of the compressed file: it is held in memory. A million lines of two columns take about 15 MB. */
const mostCompressedBytes = 48 * 1024 ** 2;

type Cell = string | number | boolean | Date | null;

/** The rows of one sheet of an XLSX workbook, the first that has a table where `sheet` is null. Empty rows are left out, as in a CSV. */
export async function* readSheet(chunks: AsyncIterable<Uint8Array>, sheet: string | null): AsyncGenerator<FileRecord> {
  const workbook = await gather(chunks);
  await refuseZipBomb(workbook);
  try {
    for await (const { index, values } of streamXlsxRows(workbook, { sheet: sheet ?? (await firstTable(workbook)) })) {
      const fields = values.map(cellText);
      if (fields.some((field) => field !== "")) yield { line: index + 1, fields };
    }
  } catch (error) {
    throw new UnreadableFile(
      `Le classeur ne peut pas être lu : ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Sheets and rows that are looked at, and how many rows must have two cells. */
const mostSheets = 5;
const mostRows = 60;
const wantedRows = 2;

/** Publishers put a cover page before their table (Enedis does): the place of the first sheet that is more than text, else 0. */
async function firstTable(workbook: Uint8Array): Promise<number> {
  for (let sheet = 0; sheet < mostSheets; sheet++) if (await hasTable(workbook, sheet)) return sheet;
  return 0;
}

async function hasTable(workbook: Uint8Array, sheet: number): Promise<boolean> {
  let rows = 0;
  let wide = 0;
  for await (const { values } of streamXlsxRows(workbook, { sheet })) {
    if (values.filter((value) => cellText(value) !== "").length > 1) wide++;
    if (wide >= wantedRows) return true;
    if (++rows >= mostRows) return false;
  }
  return false;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of chunks) {
    bytes += piece.length;
    if (bytes > mostCompressedBytes)
      throw new UnreadableFile("Le classeur est trop volumineux : enregistrez-le au format CSV.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Dates as ISO on the wall: a cell has no time zone. Its fraction of a day is rounded to the second that was meant. */
function cellText(value: Cell): string {
  if (value === null) return "";
  if (!(value instanceof Date)) return String(value).trim();
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000);
  return rounded.toISOString().slice(0, 19).replace("T", " ");
}

import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import { streamXlsxRows } from "hucre/xlsx";
import { refuseZipBomb } from "./refuse-zip-bomb.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Of the compressed file: it is held in memory. A million lines of two columns take about 15 MB. */
const mostCompressedBytes = 48 * 1024 ** 2;

type Cell = string | number | boolean | Date | null;

/** The rows of one sheet of an XLSX workbook, the first where `sheet` is null. Empty rows are left out, as in a CSV. */
export async function* readSheet(chunks: AsyncIterable<Uint8Array>, sheet: string | null): AsyncGenerator<FileRecord> {
  const workbook = await gather(chunks);
  await refuseZipBomb(workbook);
  try {
    for await (const { index, values } of streamXlsxRows(workbook, { sheet: sheet ?? 0 })) {
      const fields = values.map(cellText);
      if (fields.some((field) => field !== "")) yield { line: index + 1, fields };
    }
  } catch (error) {
    throw new UnreadableFile(
      `Le classeur ne peut pas être lu : ${error instanceof Error ? error.message : String(error)}`,
    );
  }
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

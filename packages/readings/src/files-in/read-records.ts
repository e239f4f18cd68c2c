import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { FileRecord, ImportMapping } from "@gtb/domain/files-in/import-mapping";
import { parse } from "csv-parse";
import { readSheet } from "./read-sheet.ts";
import { UnreadableFile } from "./unreadable-file.ts";

type FileKind = "text" | "gzip" | "spreadsheet";
export type FileLayout = Pick<ImportMapping, "sheet" | "encoding" | "delimiter">;

/** What a file inflates to at most. */
const mostInflatedBytes = 4 * 1024 ** 3;
/** A quote that is never closed would swallow the rest of the file. */
const longestRecord = 1_000_000;

/** What a file is, by its first bytes: names lie. */
export function fileKindOf(head: Uint8Array): FileKind {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x50 && head[1] === 0x4b ? "spreadsheet" : "text";
}

/**
 * The lines of a CSV (plain or gzipped) or XLSX file in order, cells as text, empty lines left out. Text is read as it comes,
 * a spreadsheet is held compressed. Throws an UnreadableFile.
 */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>, layout: FileLayout): AsyncGenerator<FileRecord> {
  const pieces = chunks[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) throw new UnreadableFile("Le fichier est vide.");
  const whole = rejoin(first.value, pieces);
  const kind = fileKindOf(first.value);
  try {
    if (kind === "spreadsheet") yield* readSheet(whole, layout.sheet);
    else yield* readLines(kind === "gzip" ? inflate(whole) : whole, layout);
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function* rejoin(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Text of gzipped pieces, no more than a file may hold. What is cut off at the end is read as far as it goes by a preview. */
async function* inflate(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  let bytes = 0;
  for await (const piece of source.pipe(gunzip) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostInflatedBytes) throw new UnreadableFile("Le fichier décompressé est trop volumineux.");
    yield piece;
  }
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: FileLayout,
): AsyncGenerator<FileRecord> {
  const parser = parse({
    bom: true,
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: longestRecord,
    info: true,
  });
  const source = Readable.from(decode(chunks, encoding));
  source.on("error", (error) => parser.destroy(error));
  for await (const { info, record } of source.pipe(parser) as AsyncIterable<{
    info: { lines: number };
    record: string[];
  }>)
    yield { line: info.lines, fields: record };
}

async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: FileLayout["encoding"]): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** What the parsers say is for programmers; the database's own failures pass, to be tried again. */
function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableFile || !(error instanceof Error)) return error;
  const { code = "" } = error as { code?: string };
  if (code === "CSV_MAX_RECORD_SIZE")
    return new UnreadableFile("Une ligne est trop longue : un guillemet n'est pas refermé.");
  if (code.startsWith("CSV_")) return new UnreadableFile(`Le fichier CSV est mal formé : ${error.message}`);
  if (code.startsWith("Z_")) return new UnreadableFile("L'archive .gz est abîmée.");
  return error;
}

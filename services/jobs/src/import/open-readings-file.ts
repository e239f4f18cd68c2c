import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { PermanentError } from "../runner/job-kind.ts";

const readingColumns = ["point", "time", "value"] as const;

/** A CSV record with the number of the line it stands on, from 1. */
export interface NumberedRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records below the header, in order. Plain or gzipped, comma or semicolon, with or without a byte order mark. */
export async function* openReadingsFile(file: string, signal: AbortSignal): AsyncGenerator<NumberedRecord> {
  const parser = parse({
    bom: true,
    delimiter: [",", ";"],
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    info: true,
  });
  const rows = pipeline(await openText(file, signal), parser, () => undefined);
  let header = true;
  try {
    for await (const { info, record } of rows as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      if (header) checkHeader(record);
      else yield { line: info.lines, fields: record };
      header = false;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw unreadable(file, error);
  }
  if (header)
    throw new PermanentError(`Le fichier ${file} est vide : en-tête attendu « ${readingColumns.join(",")} ».`);
}

/** How many lines the file has below its header, for the progress bar. Line breaks within quotes count too many. */
export async function countLines(file: string, signal: AbortSignal): Promise<number> {
  let lines = 0;
  let endsOpen = false;
  try {
    for await (const chunk of await openText(file, signal)) {
      const bytes = chunk as Buffer;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
      endsOpen = bytes.at(-1) !== 10;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw unreadable(file, error);
  }
  return Math.max(0, lines + (endsOpen ? 1 : 0) - 1);
}

async function openText(file: string, signal: AbortSignal): Promise<Readable> {
  const stream = createReadStream(file, { signal });
  if (!(await isGzip(file))) return stream;
  return pipeline(stream, createGunzip(), () => undefined);
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE(0) === 0x1f8b;
  } finally {
    await handle.close();
  }
}

function checkHeader(record: readonly string[]): void {
  const names = record.map((name) => name.trim().toLowerCase());
  if (names.length === readingColumns.length && readingColumns.every((column, index) => names[index] === column))
    return;
  throw new PermanentError(`En-tête « ${record.join(",")} » : « ${readingColumns.join(",")} » attendu.`);
}

/** A file that is not there, not readable, or broken: the same the next time. */
function unreadable(file: string, error: unknown): PermanentError {
  if (error instanceof PermanentError) return error;
  return new PermanentError(`Fichier ${file} illisible : ${error instanceof Error ? error.message : String(error)}`);
}

import { constants, gunzipSync } from "node:zlib";
import { detectDelimiter, detectEncoding } from "@gtb/domain/files-in/detect-text";
import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import { type FileLayout, fileKindOf, readRecords } from "./read-records.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export interface FileHead {
  readonly layout: FileLayout;
  readonly records: readonly FileRecord[];
}

/** Of a text, what its first lines are read from. */
export const sampleBytes = 64 * 1024;

/**
 * The first lines of a file. Of a text the first bytes are enough, of a spreadsheet all are needed. `given`: how it is to be
 * cut; undefined: as its bytes suggest.
 */
export async function readHead(bytes: Uint8Array, most: number, given?: FileLayout): Promise<FileHead> {
  const spreadsheet = fileKindOf(bytes) === "spreadsheet";
  const sample = spreadsheet ? bytes : textSample(bytes);
  const layout = given ?? (spreadsheet ? sheetLayout : textLayout(sample));
  const records: FileRecord[] = [];
  for await (const record of readRecords(once(sample), layout)) {
    records.push(record);
    if (records.length >= most) break;
  }
  return { layout, records };
}

const sheetLayout: FileLayout = { sheet: null, encoding: "utf-8", delimiter: ";" };

function textLayout(sample: Uint8Array): FileLayout {
  const encoding = detectEncoding(sample);
  return { sheet: null, encoding, delimiter: detectDelimiter(new TextDecoder(encoding).decode(sample)) };
}

/** Whole lines only: a last line that is cut off would be read as one. */
function textSample(bytes: Uint8Array): Uint8Array {
  const text = fileKindOf(bytes) === "gzip" ? inflateHead(bytes) : bytes;
  const head = text.subarray(0, sampleBytes);
  const lastLine = head.length < text.length ? head.lastIndexOf(10) : -1;
  return lastLine > 0 ? head.subarray(0, lastLine + 1) : head;
}

/** What the first bytes of an archive hold; that more would follow is no fault. A megabyte inflates to a gigabyte at most. */
function inflateHead(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes.subarray(0, sampleBytes), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw new UnreadableFile("L'archive .gz est abîmée.");
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { UnreadableFile } from "./unreadable-file.ts";

/** Of all entries together, inflated. */
const mostBytes = 512 * 1024 ** 2;
const mostEntries = 2_000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * Inflates every entry of a ZIP archive once and counts, before anybody holds the result in memory: what the archive says of
 * its own sizes is a claim. Throws an UnreadableFile. Layout: PKWARE APPNOTE, 4.3.7, 4.3.12 and 4.3.16.
 */
export async function refuseZipBomb(archive: Uint8Array): Promise<void> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let total = 0;
  for (const content of entriesOf(bytes)) {
    for await (const piece of Readable.from([content])
      .pipe(createInflateRaw())
      .on("error", () => undefined)) {
      total += (piece as Buffer).length;
      if (total > mostBytes) throw new UnreadableFile("Le classeur décompressé est trop volumineux.");
    }
  }
}

/** Compressed bytes of the deflated entries; those that are stored are as large as they are. */
function* entriesOf(bytes: Buffer): Generator<Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new UnreadableFile("Le classeur contient trop d'éléments.");
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw damaged();
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) throw damaged();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (bytes.readUInt16LE(at + 10) === 8) yield bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function damaged(): UnreadableFile {
  return new UnreadableFile("Le classeur est abîmé, ou n'est pas un fichier .xlsx.");
}

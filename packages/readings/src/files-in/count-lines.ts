import { fileKindOf } from "./read-records.ts";

/** How many lines a plain text has, for a progress bar; null for what would have to be inflated first. */
export async function countFileLines(chunks: AsyncIterable<Uint8Array>): Promise<number | null> {
  let lines = 0;
  let first = true;
  for await (const chunk of chunks) {
    if (first && fileKindOf(chunk) !== "text") return null;
    first = false;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  }
  return lines;
}

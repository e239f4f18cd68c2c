import type { ImportMapping } from "./import-mapping.ts";

/** UTF-8 unless the bytes are none: files of older spreadsheets are Windows-1252. A character cut off at the end is no fault. */
export function detectEncoding(bytes: Uint8Array): ImportMapping["encoding"] {
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, Math.max(0, bytes.length - cut)));
      return "utf-8";
    } catch {
      // The next shorter piece may end at a whole character.
    }
  }
  return "windows-1252";
}

/** The separator that cuts most lines into the same number of cells, more than one. */
export function detectDelimiter(text: string): ImportMapping["delimiter"] {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 40);
  const scoreOf = (delimiter: string) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(delimiter).length;
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  const candidates = [";", "\t", "|", ","] as const;
  // In order: a decimal comma cuts lines evenly too, so the comma comes last and must be better.
  return candidates.reduce((best, candidate) => (scoreOf(candidate) > scoreOf(best) ? candidate : best));
}

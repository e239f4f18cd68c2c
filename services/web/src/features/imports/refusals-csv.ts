interface Refusal {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** Refused lines as a file that a French spreadsheet opens: semicolons, and a mark by which it knows UTF-8. */
export function refusalsCsv(refusals: readonly Refusal[]): string {
  const cell = (text: string) => {
    // A cell that begins so would be computed.
    const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const lines = refusals.map(({ line, column, reason }) => `${line};${cell(column ?? "")};${cell(reason)}`);
  return `\uFEFF${["ligne;colonne;motif", ...lines].join("\r\n")}\r\n`;
}

import type { Figures } from "./figures-table.tsx";

/** A number, unknown (null) or text. */
export type Cell = number | null | string;

/**
 * Figures as a file that the spreadsheet of that language opens: semicolons and decimal commas in French. Numbers in
 * full, nothing where nothing is known.
 */
export function toCsv({ columns, rows }: Pick<Figures, "columns" | "rows">, locale: string): string {
  const french = locale.startsWith("fr");
  const separator = french ? ";" : ",";
  const write = (cell: Cell): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return french ? String(cell).replace(".", ",") : String(cell);
    // A leading sign would make a spreadsheet compute what it should show.
    const harmless = /^[=+@-]/.test(cell) ? `'${cell}` : cell;
    return /[";,\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  const lines = [columns, ...rows.map((row) => [row.title, ...row.cells])];
  return lines.map((line) => line.map(write).join(separator)).join("\r\n");
}

/** Hands the browser a file; the mark at its start tells Excel that it is UTF-8. */
export function downloadCsv(figures: Figures, locale: string): void {
  const file = new Blob(["\uFEFF", toCsv(figures, locale)], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${figures.fileName}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

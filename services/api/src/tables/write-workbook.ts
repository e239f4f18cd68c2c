import { parentPort, workerData } from "node:worker_threads";
import { writeXlsx } from "hucre/xlsx";

/** A sheet as it passes between threads; dates as of a wall clock in UTC. */
export interface PlainSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly columns: readonly { readonly width: number; readonly numFmt?: string }[];
  readonly rows: readonly (readonly (string | number | Date | null)[])[];
}

// Runs as a thread: sheets come in, one message with the file's bytes goes out.
const sheets = workerData as readonly PlainSheet[];
const bytes = await writeXlsx({
  sheets: sheets.map(({ name, header, columns, rows }) => ({
    name,
    columns: columns.map((column) => ({ ...column })),
    rows: [[...header], ...rows.map((cells) => [...cells])],
    rowDefs: new Map(),
    freezePane: { rows: 1 },
    cells: new Map(header.map((value, column) => [`0,${column}`, { value, style: { font: { bold: true } } }])),
  })),
});
parentPort?.postMessage(bytes);

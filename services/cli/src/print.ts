import Table from "cli-table3";

export interface Listing<Row> {
  readonly rows: readonly Row[];
  /** A table's columns for people: title in French, and what the cell says. */
  readonly columns: Readonly<Record<string, (row: Row) => string>>;
}

/** Prints rows on standard output: a table for people, or one JSON array with the rows as they are. */
export function print<Row>(json: boolean, { rows, columns }: Listing<Row>): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  if (rows.length === 0) {
    process.stdout.write("Rien.\n");
    return;
  }
  const table = new Table({ head: Object.keys(columns), style: { head: [], border: [] } });
  for (const row of rows) table.push(Object.values(columns).map((cell) => cell(row)));
  process.stdout.write(`${table.toString()}\n`);
}

const parisTime = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Europe/Paris",
});

/** An instant as the clock on the wall shows it; the JSON of every listing is in UTC. */
export function showTime(time: Date | null): string {
  return time === null ? "—" : parisTime.format(time);
}

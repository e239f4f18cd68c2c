import type { PlaceNumberRow } from "@gtb/database/queries/list-place-numbers";
import type { InvoiceToStore } from "@gtb/database/queries/upsert-invoices";
import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import {
  type FiledInvoice,
  type InvoiceColumns,
  type InvoiceRefusal,
  readInvoiceLine,
} from "@gtb/domain/money/invoice-file";

/** Takes the lines of a file of bills one by one: what is a bill of a known place, and what is not and why. */
export class InvoiceLines {
  readonly invoices: InvoiceToStore[] = [];
  readonly refusals: (InvoiceRefusal & { readonly line: number })[] = [];
  readonly #columns: InvoiceColumns;
  readonly #places: ReadonlyMap<string, readonly PlaceNumberRow[]>;
  readonly #document: string;
  /** The line of each bill, by place and number */
  readonly #seen = new Map<string, number>();

  constructor(columns: InvoiceColumns, places: readonly PlaceNumberRow[], document: string) {
    this.#columns = columns;
    this.#places = Map.groupBy(places, ({ number }) => number);
    this.#document = document;
  }

  add({ line, fields }: FileRecord): void {
    const read = readInvoiceLine(fields, this.#columns);
    const refusal = "reason" in read ? read : this.#take(line, read);
    if (refusal !== undefined) this.refusals.push({ line, ...refusal });
  }

  #take(line: number, { place, ...invoice }: FiledInvoice): InvoiceRefusal | undefined {
    const [found, another] = this.#places.get(place) ?? [];
    if (found === undefined) return { field: "place", reason: `Aucun point de livraison n’a le numéro ${place}.` };
    if (another !== undefined)
      return { field: "place", reason: `Plusieurs points de livraison ont le numéro ${place}.` };
    const key = `${found.innerId} ${invoice.number}`;
    const before = this.#seen.get(key);
    if (before !== undefined) return { field: "number", reason: `Même facture qu’à la ligne ${before}.` };
    this.#seen.set(key, line);
    const origin = { document: this.#document, source: "import", currency: "EUR", lines: [] } as const;
    this.invoices.push({ deliveryPointId: found.innerId, ...invoice, ...origin });
    return undefined;
  }
}

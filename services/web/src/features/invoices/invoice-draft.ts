import type { InvoiceKind } from "@gtb/contracts/invoices";
import type { InvoiceWish } from "../../api/invoices.ts";
import { readOptionalDecimal } from "../../forms/decimal.ts";
import { addDays, type CalendarDate } from "../../time/calendar-date.ts";

/** A bill as it is being typed; "" where nothing is. */
export interface InvoiceDraft {
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly from: CalendarDate;
  /** The last day that it bills */
  readonly last: CalendarDate;
  readonly kind: InvoiceKind;
  readonly energyKwh: string;
  readonly native: string;
  readonly amountExclTax: string;
  readonly amountInclTax: string;
  readonly document: string;
}

export const emptyInvoice: InvoiceDraft = {
  number: "",
  issuedOn: "",
  from: "",
  last: "",
  kind: "actual",
  energyKwh: "",
  native: "",
  amountExclTax: "",
  amountInclTax: "",
  document: "",
};

/** What is sent; undefined while a number is none. */
export function invoiceOf(draft: InvoiceDraft, deliveryPoint: string): InvoiceWish | undefined {
  const [energyKwh, native] = [readOptionalDecimal(draft.energyKwh), readOptionalDecimal(draft.native)];
  const [exclTax, inclTax] = [readOptionalDecimal(draft.amountExclTax), readOptionalDecimal(draft.amountInclTax)];
  if (energyKwh === undefined || native === undefined || exclTax === undefined || inclTax === undefined)
    return undefined;
  return {
    deliveryPoint,
    number: draft.number.trim(),
    issuedOn: draft.issuedOn,
    from: draft.from,
    to: addDays(draft.last, 1),
    kind: draft.kind,
    energyKwh,
    native,
    amountExclTax: cents(exclTax),
    amountInclTax: cents(inclTax),
    document: draft.document.trim() || null,
  };
}

function cents(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * 100) / 100;
}

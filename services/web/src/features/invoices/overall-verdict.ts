import type { ReconciledInvoice } from "../../api/invoices.ts";

/** toCheck: ask the supplier · partly: only the quantity or only the price could be held against something. */
type OverallVerdict = "agrees" | "toCheck" | "estimated" | "partly" | "unknown";

/** What to make of a bill, in a word. */
export function overallVerdict({
  quantityVerdict,
  priceVerdict,
}: Pick<ReconciledInvoice, "quantityVerdict" | "priceVerdict">): OverallVerdict {
  if (quantityVerdict === "differs" || priceVerdict === "differs") return "toCheck";
  if (quantityVerdict === "estimated") return "estimated";
  const unknown = [quantityVerdict, priceVerdict].filter((verdict) => verdict === "unknown").length;
  if (unknown === 0) return "agrees";
  return unknown === 2 ? "unknown" : "partly";
}

import { useTranslation } from "react-i18next";
import type { ReconciledInvoice } from "../../api/invoices.ts";
import { useFormat } from "../../format/use-format.ts";
import { addDays } from "../../time/calendar-date.ts";
import { SimulatedBadge } from "../buildings/simulated-badge.tsx";
import { overallVerdict } from "./overall-verdict.ts";
import { useVerdictText } from "./use-verdict-text.ts";

interface InvoiceCardProps {
  readonly item: ReconciledInvoice;
  /** undefined: who looks may not */
  readonly onRemove: (() => void) | undefined;
}

/** One bill: the verdict first, then why. */
export function InvoiceCard({ item, onRemove }: InvoiceCardProps) {
  const { t } = useTranslation();
  const text = useVerdictText();
  const verdict = overallVerdict(item);
  const { invoice, quantityVerdict } = item;
  const explained = quantityVerdict !== "agrees" && quantityVerdict !== "unknown";
  const parts = item.parts.filter(({ quantity }) => explained && Math.abs(quantity) >= 0.5);
  return (
    <article className="invoice-card" data-testid="invoice">
      <header className="invoice-head">
        <h3 className="contract-subtitle">
          {invoice.number} {invoice.source === "simulated" && <SimulatedBadge />}
        </h3>
        <span className={`verdict verdict-${verdict}`} data-testid="verdict">
          {t(`verdict.${verdict}`)}
        </span>
      </header>
      <InvoiceFacts invoice={invoice} />
      <ul className="invoice-verdicts">
        <li>
          {text.quantity(item)}
          {parts.length > 0 && (
            <ul>
              {parts.map((part) => (
                <li key={part.cause}>{text.part(item, part)}</li>
              ))}
            </ul>
          )}
        </li>
        <li>{text.price(item)}</li>
      </ul>
      {onRemove !== undefined && (
        <button type="button" className="text-button" onClick={onRemove}>
          {t("invoices.remove")}
        </button>
      )}
    </article>
  );
}

function InvoiceFacts({ invoice }: { readonly invoice: ReconciledInvoice["invoice"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to, currency, amountExclTax, amountInclTax, document } = invoice;
  const facts = [
    from === null || to === null
      ? t("invoices.noPeriod")
      : t("contracts.between", { from: format.date(from), last: format.date(addDays(to, -1)) }),
    t(`invoiceKind.${invoice.kind}`),
    t("invoices.issuedOn", { date: format.date(invoice.issuedOn) }),
    ...(amountExclTax === null ? [] : [t("invoices.exclTax", { amount: format.money(amountExclTax, currency) })]),
    ...(amountInclTax === null ? [] : [t("invoices.inclTax", { amount: format.money(amountInclTax, currency) })]),
    ...(document === null ? [] : [document]),
  ];
  return <p className="muted">{facts.join(" · ")}</p>;
}

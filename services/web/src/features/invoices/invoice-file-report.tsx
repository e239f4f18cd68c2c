import { useTranslation } from "react-i18next";
import type { InvoiceFileOutcome } from "../../api/invoices.ts";

interface InvoiceFileReportProps {
  readonly outcome: InvoiceFileOutcome;
  /** false: nothing is stored yet */
  readonly done: boolean;
}

/** What became, or would become, of a file's lines, and why some are no bill. */
export function InvoiceFileReport({ outcome, done }: InvoiceFileReportProps) {
  const { t } = useTranslation();
  const { added, changed, unchanged, refusedCount, refusals, missing, columns } = outcome;
  if (missing.length > 0)
    return (
      <p role="alert" className="form-error">
        {t("invoiceFile.missing", { columns: missing.map((field) => t(`invoiceColumn.${field}`)).join(", ") })}
      </p>
    );
  return (
    <output className="invoice-file-report">
      <p>
        <strong>{t(done ? "invoiceFile.done" : "invoiceFile.checked")}</strong>{" "}
        {t("invoiceFile.counts", { added, changed, unchanged, refused: refusedCount })}
      </p>
      <p className="muted">
        {t("invoiceFile.understood", {
          columns: columns.map(({ field, name }) => `${name} → ${t(`invoiceColumn.${field}`)}`).join(", "),
        })}
      </p>
      {refusals.length > 0 && (
        <ul className="invoice-verdicts">
          {refusals.map(({ line, field, reason }) => (
            <li key={`${line} ${field}`}>
              {t("invoiceFile.line", { line, column: t(`invoiceColumn.${field}`), reason })}
            </li>
          ))}
        </ul>
      )}
    </output>
  );
}

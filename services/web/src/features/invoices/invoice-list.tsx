import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListedDeliveryPoint, moneyKey } from "../../api/delivery-points.ts";
import { type ReconciledInvoice, reconciliationQuery, removeInvoice } from "../../api/invoices.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { Message } from "../../page-state/message.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useMay } from "../../session/me-context.ts";
import { InvoiceCard } from "./invoice-card.tsx";
import { InvoiceForm } from "./invoice-form.tsx";
import { overallVerdict } from "./overall-verdict.ts";

/** A year of monthly bills and the one before; more are shown when they are asked for. */
const billsAtOnce = 24;

/** The bills of a delivery point, each with what comes of checking it. */
export function InvoiceList({ place }: { readonly place: ListedDeliveryPoint }) {
  const { t } = useTranslation();
  const query = useQuery(reconciliationQuery(place.id));
  const [shown, setShown] = useState(billsAtOnce);
  const form = useDialog<true>();
  const removal = useDialog<ReconciledInvoice["invoice"]>();
  const client = useQueryClient();
  const mayChange = useMay("meter:write");
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  const toCheck = query.data.filter((item) => overallVerdict(item) === "toCheck").length;
  return (
    <>
      {query.data.length === 0 ? (
        <Message title={t("invoices.none")} text={t("invoices.noneText")} />
      ) : (
        <p className="invoice-summary">
          {toCheck === 0 ? t("invoices.allGood") : t("invoices.toCheck", { count: toCheck })}
        </p>
      )}
      {mayChange && <Button onClick={() => form.open(true)}>{t("invoices.add")}</Button>}
      {query.data.slice(0, shown).map((item) => (
        <InvoiceCard
          key={item.invoice.id}
          item={item}
          onRemove={mayChange ? () => removal.open(item.invoice) : undefined}
        />
      ))}
      {shown < query.data.length && (
        <Button variant="light" onClick={() => setShown(shown + billsAtOnce)}>
          {t("list.more")}
        </Button>
      )}
      {form.subject && <InvoiceForm place={place} onClose={form.close} />}
      {removal.subject !== null && (
        <ConfirmDialog
          title={t("invoices.remove")}
          text={t("invoices.removeText", { number: removal.subject.number })}
          confirm={t("invoices.remove")}
          onClose={removal.close}
          onConfirm={async () => {
            await removeInvoice(removal.subject?.id ?? "");
            await client.invalidateQueries({ queryKey: moneyKey });
          }}
        />
      )}
    </>
  );
}

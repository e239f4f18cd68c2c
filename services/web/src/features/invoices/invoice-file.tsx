import { mostInvoiceFileBytes } from "@gtb/contracts/invoices";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { moneyKey } from "../../api/delivery-points.ts";
import { sendInvoiceFile } from "../../api/invoices.ts";
import { FormError } from "../../forms/form-error.tsx";
import { invoiceFileModel } from "./invoice-file-model.ts";
import { InvoiceFileReport } from "./invoice-file-report.tsx";

/** Brings bills by file: it is checked first, and imported when whoever brought it says so. */
export function InvoiceFile({ organisation }: { readonly organisation: string }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | undefined>(undefined);
  const client = useQueryClient();
  const check = useMutation({ mutationFn: (chosen: File) => sendInvoiceFile(organisation, chosen, "check") });
  const bring = useMutation({
    mutationFn: (chosen: File) => sendInvoiceFile(organisation, chosen, "import"),
    onSuccess: () => client.invalidateQueries({ queryKey: moneyKey }),
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    check.reset();
    bring.reset();
    if (chosen !== undefined && chosen.size <= mostInvoiceFileBytes) check.mutate(chosen);
  };
  const news = (check.data?.added ?? 0) + (check.data?.changed ?? 0);
  return (
    <div className="form-stack">
      <p className="muted">
        {t("invoiceFile.hint")}{" "}
        <a
          href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(invoiceFileModel)}`}
          download="factures.csv"
        >
          {t("invoiceFile.model")}
        </a>
      </p>
      <input
        type="file"
        accept=".csv,.txt,.gz,.xlsx"
        aria-label={t("invoiceFile.choose")}
        onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
      />
      {file !== undefined && file.size > mostInvoiceFileBytes && <p role="alert">{t("invoiceFile.tooLarge")}</p>}
      {check.isPending && <p className="muted">{t("invoiceFile.checking")}</p>}
      <FormError error={check.error ?? bring.error} />
      {bring.data !== undefined ? (
        <InvoiceFileReport outcome={bring.data} done />
      ) : (
        check.data !== undefined && <InvoiceFileReport outcome={check.data} done={false} />
      )}
      {file !== undefined && news > 0 && bring.data === undefined && (
        <div>
          <Button loading={bring.isPending} onClick={() => bring.mutate(file)}>
            {t("invoiceFile.import", { count: news })}
          </Button>
        </div>
      )}
    </div>
  );
}

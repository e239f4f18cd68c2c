import { InvoiceKind } from "@gtb/contracts/invoices";
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListedDeliveryPoint, moneyKey } from "../../api/delivery-points.ts";
import { addInvoice, type InvoiceWish } from "../../api/invoices.ts";
import { DecimalField } from "../../forms/decimal-field.tsx";
import { FormError } from "../../forms/form-error.tsx";
import { isCalendarDate } from "../../time/calendar-date.ts";
import { emptyInvoice, type InvoiceDraft, invoiceOf } from "./invoice-draft.ts";

interface InvoiceFormProps {
  readonly place: ListedDeliveryPoint;
  readonly onClose: () => void;
}

/** Adds a bill, as it stands on paper. */
export function InvoiceForm({ place, onClose }: InvoiceFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState(emptyInvoice);
  const save = useMutation({
    mutationFn: (invoice: InvoiceWish) => addInvoice(invoice),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: moneyKey });
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const invoice = isCalendarDate(draft.last) ? invoiceOf(draft, place.id) : undefined;
    if (invoice !== undefined) save.mutate(invoice);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("invoices.add")}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form className="form-stack" onSubmit={submit}>
        <InvoiceFields energy={place.energy} draft={draft} onChange={setDraft} />
        <FormError error={save.error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("invoices.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface InvoiceFieldsProps {
  readonly energy: string;
  readonly draft: InvoiceDraft;
  readonly onChange: (draft: InvoiceDraft) => void;
}

function InvoiceFields({ energy, draft, onChange }: InvoiceFieldsProps) {
  const { t } = useTranslation();
  const set = (part: Partial<InvoiceDraft>) => onChange({ ...draft, ...part });
  const day = (name: "issuedOn" | "from" | "last") => (
    <TextInput
      required
      type="date"
      label={t(`invoiceForm.${name}`)}
      min={name === "last" ? draft.from : undefined}
      value={draft[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  );
  const decimal = (name: "energyKwh" | "native" | "amountExclTax" | "amountInclTax") => (
    <DecimalField label={t(`invoiceForm.${name}`)} value={draft[name]} onChange={(value) => set({ [name]: value })} />
  );
  const text = (name: "number" | "document", required: boolean) => (
    <TextInput
      required={required}
      maxLength={name === "number" ? 100 : 500}
      label={t(`invoiceForm.${name}`)}
      value={draft[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  );
  return (
    <div className="field-row">
      {text("number", true)}
      {day("issuedOn")}
      {day("from")}
      {day("last")}
      <NativeSelect
        label={t("invoiceForm.kind")}
        value={draft.kind}
        data={InvoiceKind.options.map((value) => ({ value, label: t(`invoiceKind.${value}`) }))}
        onChange={({ currentTarget: { value } }) => set({ kind: InvoiceKind.safeParse(value).data ?? draft.kind })}
      />
      {energy !== "water" && decimal("energyKwh")}
      {(energy === "gas" || energy === "water") && decimal("native")}
      {decimal("amountExclTax")}
      {decimal("amountInclTax")}
      {text("document", false)}
    </div>
  );
}

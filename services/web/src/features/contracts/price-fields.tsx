import { priceKinds } from "@gtb/domain/money/contract-terms";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DecimalField } from "../../forms/decimal-field.tsx";
import type { PriceDraft } from "./contract-draft.ts";

interface PriceFieldsProps {
  readonly price: PriceDraft;
  readonly onChange: (price: PriceDraft) => void;
  readonly onRemove: () => void;
}

/** One line of prices: what, how much, and when. */
export function PriceFields({ price, onChange, onRemove }: PriceFieldsProps) {
  const { t } = useTranslation();
  const set = (part: Partial<PriceDraft>) => onChange({ ...price, ...part });
  const ofUse = price.kind === "per_kwh" || price.kind === "per_native_unit";
  return (
    <fieldset className="contract-price" data-testid="price-line">
      <legend className="visually-hidden">{price.label || t("contractForm.newLine")}</legend>
      <TextInput
        required
        maxLength={200}
        className="price-label"
        label={t("contractForm.label")}
        value={price.label}
        onChange={({ currentTarget }) => set({ label: currentTarget.value })}
      />
      <DecimalField
        required
        label={t("contractForm.amount")}
        value={price.amount}
        onChange={(amount) => set({ amount })}
      />
      <KindField price={price} set={set} />
      <DecimalField
        required
        label={t("contractForm.vat")}
        value={price.vatPercent}
        onChange={(vatPercent) => set({ vatPercent })}
      />
      <TextInput
        disabled={!ofUse}
        maxLength={50}
        label={t("contractForm.tariffClass")}
        placeholder={ofUse ? t("contractForm.allClasses") : ""}
        value={price.tariffClass}
        onChange={({ currentTarget }) => set({ tariffClass: currentTarget.value })}
      />
      <PriceDates price={price} set={set} />
      <div className="price-end">
        <Checkbox
          label={t("contractForm.isTax")}
          checked={price.isTax}
          onChange={({ currentTarget }) => set({ isTax: currentTarget.checked })}
        />
        <button type="button" className="text-button" onClick={onRemove}>
          {t("contractForm.remove")}
        </button>
      </div>
    </fieldset>
  );
}

interface PartProps {
  readonly price: PriceDraft;
  readonly set: (part: Partial<PriceDraft>) => void;
}

function KindField({ price, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t("contractForm.kind")}
      value={price.kind}
      data={priceKinds.map((value) => ({ value, label: t(`priceKind.${value}`) }))}
      onChange={({ currentTarget: { value } }) => {
        const kind = priceKinds.find((one) => one === value) ?? price.kind;
        const keepsClass = kind === "per_kwh" || kind === "per_native_unit";
        set({ kind, tariffClass: keepsClass ? price.tariffClass : "" });
      }}
    />
  );
}

function PriceDates({ price, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="date"
        label={t("contractForm.priceFrom")}
        value={price.from}
        onChange={({ currentTarget }) => set({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("contractForm.priceLast")}
        min={price.from}
        value={price.last}
        onChange={({ currentTarget }) => set({ last: currentTarget.value })}
      />
    </>
  );
}

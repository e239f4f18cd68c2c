import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../format/use-format.ts";
import { isCalendarDate } from "../../time/calendar-date.ts";
import { type ContractDraft, emptyLine, withNewPrices } from "./contract-draft.ts";
import { PriceFields } from "./price-fields.tsx";

interface PriceLinesProps {
  readonly draft: ContractDraft;
  readonly onChange: (draft: ContractDraft) => void;
}

/** What is paid, line by line, as the contract or the bill names it. */
export function PriceLines({ draft, onChange }: PriceLinesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { prices } = draft;
  return (
    <section aria-labelledby="price-lines">
      <h3 id="price-lines" className="contract-subtitle">
        {t("contractForm.prices")}
      </h3>
      <p className="muted">{t("contractForm.pricesHint")}</p>
      {prices.map((price) => (
        <PriceFields
          key={price.key}
          price={price}
          onChange={(changed) =>
            onChange({ ...draft, prices: prices.map((one) => (one.key === price.key ? changed : one)) })
          }
          onRemove={() => onChange({ ...draft, prices: prices.filter(({ key }) => key !== price.key) })}
        />
      ))}
      <div className="price-actions">
        <Button variant="light" onClick={() => onChange({ ...draft, prices: [...prices, emptyLine(language)] })}>
          {t("contractForm.addLine")}
        </Button>
        {prices.length > 0 && <NewPrices draft={draft} onChange={onChange} />}
      </div>
    </section>
  );
}

function NewPrices({ draft, onChange }: PriceLinesProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState("");
  return (
    <div className="price-new">
      <TextInput
        type="date"
        label={t("contractForm.newPricesFrom")}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
      <Button variant="subtle" disabled={!isCalendarDate(from)} onClick={() => onChange(withNewPrices(draft, from))}>
        {t("contractForm.newPrices")}
      </Button>
    </div>
  );
}

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addContract, type ContractTermsWish, changeContract, type SupplyContract } from "../../api/contracts.ts";
import { type ListedDeliveryPoint, moneyKey } from "../../api/delivery-points.ts";
import { useLanguage } from "../../format/use-format.ts";
import { FormError } from "../../forms/form-error.tsx";
import { type ContractDraft, draftOf, emptyContract, termsOf } from "./contract-draft.ts";
import { ContractFields } from "./contract-fields.tsx";
import { PriceLines } from "./price-lines.tsx";

interface ContractFormProps {
  readonly place: ListedDeliveryPoint;
  /** To be changed; undefined: a new one */
  readonly contract: SupplyContract | undefined;
  readonly onClose: () => void;
}

/** All that a contract says. A change becomes what is believed from now on, and what was believed before is kept. */
export function ContractForm({ place, contract, onClose }: ContractFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useState<ContractDraft>(() =>
    contract === undefined ? emptyContract : draftOf(contract, language),
  );
  const save = useSaving(place.id, contract?.id, onClose);
  const terms = termsOf(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (terms !== undefined) save.mutate(terms);
  };
  return (
    <form className="form-stack contract-form" onSubmit={submit} aria-label={t("contractForm.title")}>
      <ContractFields energy={place.energy} draft={draft} onChange={setDraft} />
      <PriceLines draft={draft} onChange={setDraft} />
      <p className="muted">{t(contract === undefined ? "contractForm.newHint" : "contractForm.changeHint")}</p>
      {terms === undefined && <p className="muted">{t("contractForm.incomplete")}</p>}
      <FormError error={save.error} />
      <div className="form-actions">
        <Button variant="subtle" onClick={onClose}>
          {t("form.cancel")}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={terms === undefined}>
          {t("contractForm.save")}
        </Button>
      </div>
    </form>
  );
}

function useSaving(deliveryPoint: string, contractId: string | undefined, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (terms: ContractTermsWish) =>
      contractId === undefined ? addContract(deliveryPoint, terms) : changeContract(contractId, terms),
    onSuccess: async () => {
      // What use costs follows at once.
      await Promise.all(
        [moneyKey, ["consumption"], ["league"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      onDone();
    },
  });
}

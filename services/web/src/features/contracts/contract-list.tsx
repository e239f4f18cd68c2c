import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { contractsQuery, type SupplyContract, withdrawContract } from "../../api/contracts.ts";
import { type ListedDeliveryPoint, moneyKey } from "../../api/delivery-points.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { Message } from "../../page-state/message.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useMay } from "../../session/me-context.ts";
import { ContractCard } from "./contract-card.tsx";
import { ContractForm } from "./contract-form.tsx";

/** The contracts of a delivery point, the newest first; one at a time is being typed. */
export function ContractList({ place }: { readonly place: ListedDeliveryPoint }) {
  const { t } = useTranslation();
  const query = useQuery(contractsQuery(place.id));
  const [edited, setEdited] = useState<SupplyContract | "new" | undefined>(undefined);
  const withdrawal = useDialog<SupplyContract>();
  const client = useQueryClient();
  const mayChange = useMay("meter:write");
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  if (edited !== undefined) {
    const contract = edited === "new" ? undefined : edited;
    return <ContractForm place={place} contract={contract} onClose={() => setEdited(undefined)} />;
  }
  const contracts = query.data.toSorted((a, b) => b.from.localeCompare(a.from));
  return (
    <>
      {contracts.length === 0 && <Message title={t("contracts.none")} text={t("contracts.noneText")} />}
      {contracts.map((contract) => (
        <ContractCard key={contract.id} contract={contract}>
          {mayChange && (
            <div className="contract-actions">
              <Button variant="light" size="compact-md" onClick={() => setEdited(contract)}>
                {t("contracts.change")}
              </Button>
              <Button variant="subtle" size="compact-md" onClick={() => withdrawal.open(contract)}>
                {t("contracts.withdraw")}
              </Button>
            </div>
          )}
        </ContractCard>
      ))}
      {mayChange && (
        <Button variant={contracts.length === 0 ? "filled" : "light"} onClick={() => setEdited("new")}>
          {t("contracts.add")}
        </Button>
      )}
      {withdrawal.subject !== null && (
        <ConfirmDialog
          title={t("contracts.withdraw")}
          text={t("contracts.withdrawText", { supplier: withdrawal.subject.supplier })}
          confirm={t("contracts.withdraw")}
          onClose={withdrawal.close}
          onConfirm={async () => {
            await withdrawContract(withdrawal.subject?.id ?? "");
            await client.invalidateQueries({ queryKey: moneyKey });
          }}
        />
      )}
    </>
  );
}

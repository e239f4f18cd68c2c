import { FactorKind } from "@gtb/contracts/energy-factors";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { energyFactorsQuery, type ListedFactor, withdrawFactor } from "../api/energy-factors.ts";
import { FactorForm } from "../features/factors/factor-form.tsx";
import { FactorTable } from "../features/factors/factor-table.tsx";
import { ConfirmDialog } from "../forms/confirm-dialog.tsx";
import { useDialog } from "../forms/use-dialog.ts";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay, useMe } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/contracts/contracts.css";

/** What a kWh stands for in CO2e and primary energy: data with a year and a source, never a constant. */
export function FactorsPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("factors.title"));
  if (!useMay("data:read")) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("factors.title")}</h1>
      <p className="page-intro muted">{t("factors.intro")}</p>
      <FactorLists />
    </>
  );
}

function FactorLists() {
  const { t } = useTranslation();
  const query = useQuery(energyFactorsQuery);
  const client = useQueryClient();
  const owners = useOwners();
  const form = useDialog<true>();
  const withdrawal = useDialog<ListedFactor>();
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  return (
    <>
      {owners.length > 0 && (
        <p>
          <Button onClick={() => form.open(true)}>{t("factors.add")}</Button>
        </p>
      )}
      {FactorKind.options.map((kind) => (
        <section key={kind} className="surface contract-section" aria-labelledby={`factors-${kind}`}>
          <h2 id={`factors-${kind}`} className="section-title">
            {t(`factorKind.${kind}`)}
          </h2>
          <FactorTable
            factors={query.data.filter((factor) => factor.kind === kind)}
            mayWithdraw={({ organisation }) => owners.some(({ id }) => id === (organisation?.id ?? ""))}
            onWithdraw={withdrawal.open}
          />
        </section>
      ))}
      {form.subject && <FactorForm owners={owners} onClose={form.close} />}
      {withdrawal.subject !== null && (
        <ConfirmDialog
          title={t("factors.withdraw")}
          text={t("factors.withdrawText")}
          confirm={t("factors.withdraw")}
          onClose={withdrawal.close}
          onConfirm={async () => {
            await withdrawFactor(withdrawal.subject?.id ?? "");
            await client.invalidateQueries({ queryKey: ["energy-factors"] });
          }}
        />
      )}
    </>
  );
}

/** For whom one may say factors: one's organisations; the agency for everybody (id ""). */
function useOwners(): { id: string; name: string }[] {
  const { t } = useTranslation();
  const { organisations } = useMe();
  const forEverybody = useMay("organisation:manage") ? [{ id: "", name: t("factors.everybody") }] : [];
  return useMay("meter:write") ? [...forEverybody, ...organisations] : [];
}

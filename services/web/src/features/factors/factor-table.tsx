import { useTranslation } from "react-i18next";
import type { ListedFactor } from "../../api/energy-factors.ts";
import { useFormat } from "../../format/use-format.ts";
import { addDays } from "../../time/calendar-date.ts";

interface FactorTableProps {
  readonly factors: readonly ListedFactor[];
  readonly mayWithdraw: (factor: ListedFactor) => boolean;
  readonly onWithdraw: (factor: ListedFactor) => void;
}

/** Factors of one kind, with the year and the source that they come from. */
export function FactorTable({ factors, mayWithdraw, onWithdraw }: FactorTableProps) {
  const { t } = useTranslation();
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{t("factors.energy")}</th>
          <th scope="col">{t("factors.value")}</th>
          <th scope="col">{t("factors.months")}</th>
          <th scope="col">{t("factors.year")}</th>
          <th scope="col">{t("factors.source")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("factors.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor) => (
          <FactorRow
            key={factor.id}
            factor={factor}
            onWithdraw={mayWithdraw(factor) ? () => onWithdraw(factor) : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FactorRowProps {
  readonly factor: ListedFactor;
  readonly onWithdraw: (() => void) | undefined;
}

function FactorRow({ factor, onWithdraw }: FactorRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, energy, endUse, value, basis, year, source, organisation, from, to } = factor;
  return (
    <tr data-testid="factor-row">
      <th scope="row">
        {t(`energy.${energy}`)}
        <span className="contract-about">
          {endUse === null ? t("factors.allUses") : t(`endUse.${endUse}`)}
          {organisation !== null && ` · ${organisation.name}`}
        </span>
      </th>
      <td data-label={t("factors.value")}>
        {format.exact(value)} {t(`factorUnit.${kind}`, { per: t(`factorPer.${basis}`) })}
      </td>
      <td data-label={t("factors.months")}>
        {to === null
          ? t("factors.since", { month: format.longMonth(from) })
          : t("factors.between", { from: format.longMonth(from), to: format.longMonth(addDays(to, -1)) })}
      </td>
      <td data-label={t("factors.year")} className="number">
        {year}
      </td>
      <td data-label={t("factors.source")} className="factor-source">
        {source}
      </td>
      <td>
        {onWithdraw !== undefined && (
          <button type="button" className="text-button" onClick={onWithdraw}>
            {t("factors.withdraw")}
          </button>
        )}
      </td>
    </tr>
  );
}

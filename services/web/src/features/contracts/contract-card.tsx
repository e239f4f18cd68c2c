import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SupplyContract } from "../../api/contracts.ts";
import { useFormat } from "../../format/use-format.ts";
import { addDays } from "../../time/calendar-date.ts";
import { browserTimeZone, localDate } from "../../time/local-time.ts";
import { useNow } from "../../time/use-now.ts";
import { SimulatedBadge } from "../buildings/simulated-badge.tsx";
import { offPeakHours } from "./off-peak-hours.ts";

type Price = SupplyContract["prices"][number];

interface ContractCardProps {
  readonly contract: SupplyContract;
  readonly children: ReactNode;
}

/** What a contract says, with the prices that hold now; others are folded away. */
export function ContractCard({ contract, children }: ContractCardProps) {
  const { t } = useTranslation();
  const today = localDate(useNow(60_000), browserTimeZone());
  const { supplier, reference, preset, versionCount, simulated, prices } = contract;
  const holds = (price: Price) => (price.from ?? "") <= today && (price.to === null || today < price.to);
  const others = prices.filter((price) => !holds(price));
  const presetName = presetIds.find((id) => id === preset);
  return (
    <article className="contract-card" data-testid="contract">
      <h3 className="contract-subtitle">
        {supplier} {simulated && <SimulatedBadge />}
      </h3>
      <p className="muted">
        <Validity from={contract.from} to={contract.to} />
        {presetName !== undefined && ` · ${t(`contractPreset.${presetName}`)}`}
        {reference !== null && ` · ${t("contracts.reference", { reference })}`}
      </p>
      <ContractFacts contract={contract} />
      {prices.length === 0 && <p className="contract-none">{t("contracts.noPrice")}</p>}
      <PriceTable prices={prices.filter(holds)} currency={contract.currency} />
      {others.length > 0 && (
        <details>
          <summary>{t("contracts.otherPrices", { count: others.length })}</summary>
          <PriceTable prices={others} currency={contract.currency} />
        </details>
      )}
      {versionCount > 1 && <p className="muted">{t("contracts.versions", { count: versionCount })}</p>}
      {children}
    </article>
  );
}

const presetIds = ["base", "hp_hc", "c4", "gas", "water"] as const;

function ContractFacts({ contract: { subscribedPowerKva, schedule } }: Pick<ContractCardProps, "contract">) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = offPeakHours(schedule)
    ?.map(({ from, to }) => `${from}–${to}`)
    .join(", ");
  const facts = [
    ...(subscribedPowerKva === null ? [] : [t("contracts.power", { power: format.exact(subscribedPowerKva) })]),
    ...(hours === undefined ? [] : [t("contracts.offPeak", { hours })]),
  ];
  return facts.length === 0 ? null : <p>{facts.join(" · ")}</p>;
}

function Validity({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (from === null) return to === null ? null : t("contracts.until", { date: format.date(addDays(to, -1)) });
  if (to === null) return t("contracts.since", { date: format.date(from) });
  return t("contracts.between", { from: format.date(from), last: format.date(addDays(to, -1)) });
}

function PriceTable({ prices, currency }: { readonly prices: readonly Price[]; readonly currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (prices.length === 0) return null;
  const sign = currency === "EUR" ? "€" : currency;
  return (
    <table className="price-table">
      <caption className="visually-hidden">{t("contracts.prices")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("contractForm.label")}</th>
          <th scope="col" className="cell-number">
            {t("contracts.amount")}
          </th>
          <th scope="col" className="cell-number">
            {t("contracts.vat")}
          </th>
        </tr>
      </thead>
      <tbody>
        {prices.map((price) => (
          <tr key={`${price.label} ${price.kind} ${price.tariffClass} ${price.from}`}>
            <th scope="row">
              {price.label}
              {(price.from !== null || price.to !== null) && (
                <span className="contract-about">
                  <Validity from={price.from} to={price.to} />
                </span>
              )}
            </th>
            <td className="cell-number number">
              {format.exact(price.amount)} {t(`priceUnit.${price.kind}`, { currency: sign })}
            </td>
            <td className="cell-number number">{format.exact(price.vatPercent)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ListedDeliveryPoint } from "../../api/delivery-points.ts";
import { useFormat } from "../../format/use-format.ts";
import { SimulatedBadge } from "../buildings/simulated-badge.tsx";

/** Where energy is delivered and billed, with the contract of today: a table on a desk, cards on a phone. */
export function DeliveryPointTable({ places }: { readonly places: readonly ListedDeliveryPoint[] }) {
  const { t } = useTranslation();
  return (
    <table className="list-table contract-table">
      <caption className="visually-hidden">{t("contracts.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("contracts.place")}</th>
          <th scope="col">{t("contracts.number")}</th>
          <th scope="col">{t("contracts.contract")}</th>
          <th scope="col">{t("contracts.invoices")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <PlaceRow key={place.id} place={place} />
        ))}
      </tbody>
    </table>
  );
}

function PlaceRow({ place }: { readonly place: ListedDeliveryPoint }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { building, energy, number, contract, invoiceCount, simulated } = place;
  return (
    <tr data-testid="place-row">
      <th scope="row">
        <Link to="/contrats/$deliveryPointId" params={{ deliveryPointId: place.id }}>
          {building.name} · {t(`energy.${energy}`)}
        </Link>{" "}
        {simulated && <SimulatedBadge />}
      </th>
      <td data-label={t("contracts.number")} className="number">
        {number}
      </td>
      <td data-label={t("contracts.contract")}>
        {contract === null ? (
          <span className="contract-none">{t("contracts.none")}</span>
        ) : (
          <>
            {contract.supplier}
            <span className="contract-about">{t("contracts.since", { date: format.date(contract.from) })}</span>
          </>
        )}
      </td>
      <td data-label={t("contracts.invoices")} className="number">
        {format.number(invoiceCount)}
      </td>
    </tr>
  );
}

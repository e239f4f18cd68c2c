import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { deliveryPointQuery } from "../api/delivery-points.ts";
import { SimulatedBadge } from "../features/buildings/simulated-badge.tsx";
import { ContractList } from "../features/contracts/contract-list.tsx";
import { InvoiceList } from "../features/invoices/invoice-list.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../features/contracts/contracts.css";

const route = getRouteApi("/contrats/$deliveryPointId");

/** One delivery point: its contracts, and its bills against what was measured. */
export function DeliveryPointPage() {
  const { t } = useTranslation();
  const { deliveryPointId } = route.useParams();
  const query = useQuery(deliveryPointQuery(deliveryPointId));
  const place = query.data;
  const title = place === undefined ? t("contracts.title") : `${place.building.name} · ${t(`energy.${place.energy}`)}`;
  useDocumentTitle(title);
  if (!useMay("data:read")) return <NotAllowed />;
  if (place === undefined) return <PendingOrFailed query={query} />;
  return (
    <>
      <Link to="/contrats" className="back-link">
        {t("contracts.back")}
      </Link>
      <h1 className="page-title">
        {title} {place.simulated && <SimulatedBadge />}
      </h1>
      <p className="page-intro muted">
        {t("contracts.placeNumber", { number: place.number })} ·{" "}
        <Link to="/buildings/$buildingId/energy" params={{ buildingId: place.building.id }}>
          {t("contracts.toEnergy")}
        </Link>
      </p>
      <section className="surface contract-section" aria-labelledby="contracts-title">
        <h2 id="contracts-title" className="section-title">
          {t("contracts.contract")}
        </h2>
        <ContractList place={place} />
      </section>
      <section className="surface contract-section" aria-labelledby="invoices-title">
        <h2 id="invoices-title" className="section-title">
          {t("contracts.invoices")}
        </h2>
        <InvoiceList place={place} />
      </section>
    </>
  );
}

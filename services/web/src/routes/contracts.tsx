import { Button, Checkbox } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { deliveryPointsQuery } from "../api/delivery-points.ts";
import { DeliveryPointTable } from "../features/contracts/delivery-point-table.tsx";
import { PlaceForm } from "../features/contracts/place-form.tsx";
import { InvoiceFile } from "../features/invoices/invoice-file.tsx";
import { useDialog } from "../forms/use-dialog.ts";
import { useOrganisation } from "../forms/use-organisation.ts";
import { Message } from "../page-state/message.tsx";
import { MoreButton } from "../page-state/more-button.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/contracts/contracts.css";

const route = getRouteApi("/contrats");

/** Where energy is delivered and billed, and what has no contract yet. */
export function ContractsPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("contracts.title"));
  const organisation = useOrganisation();
  const form = useDialog<true>();
  const mayChange = useMay("meter:write");
  if (!useMay("data:read") || organisation === undefined) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("contracts.title")}</h1>
      <p className="page-intro muted">
        {t("contracts.intro", { organisation: organisation.name })}{" "}
        <Link to="/facteurs">{t("contracts.toFactors")}</Link>
      </p>
      <section className="surface" aria-label={t("contracts.title")}>
        <PlaceList organisation={organisation.id} />
        {mayChange && <Button onClick={() => form.open(true)}>{t("placeForm.title")}</Button>}
        {form.subject && <PlaceForm onClose={form.close} />}
      </section>
      {mayChange && (
        <section className="surface contract-section invoice-file" aria-labelledby="invoice-file">
          <h2 id="invoice-file" className="section-title">
            {t("invoiceFile.title")}
          </h2>
          <InvoiceFile key={organisation.id} organisation={organisation.id} />
        </section>
      )}
    </>
  );
}

function PlaceList({ organisation }: { readonly organisation: string }) {
  const { t } = useTranslation();
  const { without } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(deliveryPointsQuery({ organisation, without: without && "contract" }));
  const places = query.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Checkbox
        label={t("contracts.onlyWithout")}
        checked={without === true}
        onChange={({ currentTarget: { checked } }) =>
          void navigate({ search: (before) => ({ ...before, without: checked || undefined }) })
        }
      />
      {places === undefined ? (
        <PendingOrFailed query={query} />
      ) : places.length === 0 ? (
        <Message
          title={t(without ? "contracts.allHave" : "contracts.noPlace")}
          text={t(without ? "contracts.allHaveText" : "contracts.noPlaceText")}
        />
      ) : (
        <DeliveryPointTable places={places} />
      )}
      <MoreButton query={query} />
    </>
  );
}

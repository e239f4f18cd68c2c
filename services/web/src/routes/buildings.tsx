import { Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buildingsQuery } from "../api/buildings.ts";
import { BuildingFilters } from "../features/buildings/building-filters.tsx";
import { BuildingTable } from "../features/buildings/building-table.tsx";
import { BuildingTotals } from "../features/buildings/building-totals.tsx";
import { HistoryBanner } from "../features/buildings/history-banner.tsx";
import { sortBuildings } from "../features/buildings/sort-buildings.ts";
import { Failure } from "../page-state/failure.tsx";
import { Message } from "../page-state/message.tsx";
import { MoreButton } from "../page-state/more-button.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../features/buildings/buildings.css";

const route = getRouteApi("/");

export function BuildingsPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("buildings.title"));
  if (!useMay("data:read")) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("buildings.title")}</h1>
      <HistoryBanner />
      <BuildingsOverview />
    </>
  );
}

function BuildingsOverview() {
  const { t } = useTranslation();
  const { sort, ...filter } = route.useSearch();
  const query = useInfiniteQuery(buildingsQuery(filter));
  const filtered = Object.values(filter).some((value) => value !== undefined);
  if (query.isPending) return <LoadingBuildings />;
  if (query.isError && query.data === undefined) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  const buildings = sortBuildings(query.data?.pages.flatMap((page) => page.items) ?? [], sort ?? "energy");
  if (buildings.length === 0 && !filtered)
    return <Message title={t("buildings.none")} text={t("buildings.noneText")} />;
  return (
    <>
      <BuildingTotals buildings={buildings} partial={query.hasNextPage} />
      <section className="surface buildings-surface" aria-label={t("buildings.title")}>
        <BuildingFilters />
        {buildings.length === 0 ? (
          <Message title={t("buildings.noMatch")} text={t("buildings.noMatchText")} />
        ) : (
          <BuildingTable buildings={buildings} />
        )}
        <MoreButton query={query} />
      </section>
    </>
  );
}

function LoadingBuildings() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("list.loading")} className="loading-rows">
      <Skeleton height={64} width={220} />
      <Skeleton height={420} radius={14} />
    </div>
  );
}

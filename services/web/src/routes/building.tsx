import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buildingQuery, type DetailedBuilding } from "../api/buildings.ts";
import { ProblemError } from "../api/request.ts";
import { BuildingHeader } from "../features/building/building-header.tsx";
import { HistoryBanner } from "../features/buildings/history-banner.tsx";
import { ClimateSection } from "../features/climate/climate-section.tsx";
import { ConsumptionSection } from "../features/consumption/consumption-section.tsx";
import { LiveSection } from "../features/live/live-section.tsx";
import { TodayStrip } from "../features/live/today-strip.tsx";
import { useLiveBuilding } from "../features/live/use-live-building.ts";
import { Failure } from "../page-state/failure.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { localDate } from "../time/local-time.ts";
import { periodAround } from "../time/period.ts";
import { useNow } from "../time/use-now.ts";
import { NotFoundPage } from "./not-found.tsx";

const route = getRouteApi("/buildings/$buildingId");

export function BuildingPage() {
  const { t } = useTranslation();
  const { buildingId } = route.useParams();
  const query = useQuery(buildingQuery(buildingId));
  useDocumentTitle(query.data?.name);
  if (query.data !== undefined) return <LoadedBuilding key={buildingId} building={query.data} />;
  if (query.isPending) {
    return (
      <div role="status" aria-label={t("list.loading")} className="building-page">
        <Skeleton height={90} />
        <Skeleton height={520} radius={14} />
      </div>
    );
  }
  const { error } = query;
  const absent = error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);
  return absent ? <NotFoundPage /> : <Failure error={error} onRetry={() => void query.refetch()} />;
}

function LoadedBuilding({ building }: { readonly building: DetailedBuilding }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const connected = useLiveBuilding(building.id);
  const now = useNow();
  const today = localDate(now, building.timeZone);
  const period = periodAround(search.period ?? "week", search.on ?? today);
  return (
    <>
      <BuildingHeader building={building} />
      <HistoryBanner />
      <div className="building-page">
        <TodayStrip building={building} today={today} now={now} />
        <ConsumptionSection
          {...{ building, period, today, now }}
          onPeriod={(kind, date) =>
            void navigate({
              search: { period: kind === "week" ? undefined : kind, on: date === today ? undefined : date },
              resetScroll: false,
            })
          }
        />
        <div className="building-rooms">
          <ClimateSection building={building} now={now} />
          <LiveSection building={building} connected={connected} now={now} />
        </div>
      </div>
    </>
  );
}

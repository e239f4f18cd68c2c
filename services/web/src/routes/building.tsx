import { getRouteApi } from "@tanstack/react-router";
import type { DetailedBuilding } from "../api/buildings.ts";
import { BuildingGate } from "../features/building/building-gate.tsx";
import { BuildingHeader } from "../features/building/building-header.tsx";
import { MeterList } from "../features/building/meter-list.tsx";
import { HistoryBanner } from "../features/buildings/history-banner.tsx";
import { BuildingStation } from "../features/climate/building-station.tsx";
import { ClimateSection } from "../features/climate/climate-section.tsx";
import { ConsumptionSection } from "../features/consumption/consumption-section.tsx";
import { LiveSection } from "../features/live/live-section.tsx";
import { TodayStrip } from "../features/live/today-strip.tsx";
import { useLiveBuilding } from "../features/live/use-live-building.ts";
import { localDate } from "../time/local-time.ts";
import { periodAround } from "../time/period.ts";
import { useNow } from "../time/use-now.ts";

const route = getRouteApi("/buildings/$buildingId");

export function BuildingPage() {
  const { buildingId } = route.useParams();
  return (
    <BuildingGate buildingId={buildingId}>
      {(building) => <LoadedBuilding key={building.id} building={building} />}
    </BuildingGate>
  );
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
        <MeterList building={building} />
        <BuildingStation building={building} today={today} />
      </div>
    </>
  );
}

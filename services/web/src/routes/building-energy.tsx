import type { Energy } from "@gtb/contracts/energies";
import { getRouteApi } from "@tanstack/react-router";
import type { DetailedBuilding } from "../api/buildings.ts";
import { BuildingGate } from "../features/building/building-gate.tsx";
import { BuildingHeader } from "../features/building/building-header.tsx";
import { HistoryBanner } from "../features/buildings/history-banner.tsx";
import { AnalysisSection } from "../features/energy/analysis-section.tsx";
import { chosenEnergy } from "../features/energy/chosen-energy.ts";
import { MeterSection } from "../features/energy/meter-section.tsx";
import { ProfileSection } from "../features/energy/profile-section.tsx";
import { SignatureSection } from "../features/energy/signature-section.tsx";
import { localDate } from "../time/local-time.ts";
import { energyPeriodKinds, periodAround } from "../time/period.ts";
import { useNow } from "../time/use-now.ts";
import "../features/consumption/consumption.css";
import "../features/energy/energy.css";
import "../theme/list-table.css";

const route = getRouteApi("/buildings/$buildingId/energy");

export function BuildingEnergyPage() {
  const { buildingId } = route.useParams();
  return (
    <BuildingGate buildingId={buildingId}>
      {(building) => <LoadedPage key={building.id} building={building} />}
    </BuildingGate>
  );
}

function LoadedPage({ building }: { readonly building: DetailedBuilding }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow(60_000);
  const today = localDate(now, building.timeZone);
  const period = periodAround(search.period ?? "month", search.on ?? today);
  const change = (changed: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const energy = chosenEnergy(building, search.energy);
  const onEnergy = (chosen: Energy) => change({ energy: chosen });
  return (
    <>
      <BuildingHeader building={building} />
      <HistoryBanner />
      <div className="building-page">
        <AnalysisSection
          {...{ building, period, today, now }}
          unit={search.unit ?? "kWh"}
          split={search.split ?? "energy"}
          known={search.known}
          onPeriod={(kind, on) => change({ period: energyPeriodKinds.find((one) => one === kind), on })}
          onChange={change}
        />
        <MeterSection building={building} period={period} />
        {energy !== undefined && (
          <>
            <ProfileSection
              {...{ building, period, today, now, energy, onEnergy }}
              onDay={(on) => change({ period: "day", on })}
            />
            <SignatureSection {...{ building, period, today, energy, onEnergy }} />
          </>
        )}
      </div>
    </>
  );
}

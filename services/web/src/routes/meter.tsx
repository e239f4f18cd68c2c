import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../api/buildings.ts";
import { type DetailedMeter, meterQuery } from "../api/meters.ts";
import { ProblemError } from "../api/request.ts";
import { BuildingGate } from "../features/building/building-gate.tsx";
import { SimulatedBadge } from "../features/buildings/simulated-badge.tsx";
import { RegisterSection } from "../features/meter/register-section.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import { useNow } from "../time/use-now.ts";
import { NotFoundPage } from "./not-found.tsx";
import "../theme/list-table.css";
import "../features/energy/energy.css";
import "../features/meter/meter.css";

const route = getRouteApi("/meters/$meterId");

/** One meter: its registers, what is doubtful about them, and what people did. */
export function MeterPage() {
  const { meterId } = route.useParams();
  const query = useQuery(meterQuery(meterId));
  if (!useMay("data:read")) return <NotAllowed />;
  const { data: meter, error } = query;
  if (meter !== undefined)
    return (
      <BuildingGate buildingId={meter.building}>
        {(building) => <LoadedMeter key={meter.id} meter={meter} building={building} />}
      </BuildingGate>
    );
  const absent = error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);
  return absent ? <NotFoundPage /> : <PendingOrFailed query={query} />;
}

interface LoadedMeterProps {
  readonly meter: DetailedMeter;
  readonly building: DetailedBuilding;
}

function LoadedMeter({ meter, building }: LoadedMeterProps) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  useDocumentTitle(`${meter.name} · ${building.name}`);
  const parent = building.meters.find(({ id }) => id === meter.parent);
  return (
    <>
      <Link to="/buildings/$buildingId" params={{ buildingId: building.id }} className="back-link">
        ← {building.name}
      </Link>
      <h1 className="page-title">
        {meter.name} {building.simulated && <SimulatedBadge />}
      </h1>
      <p className="page-intro muted">
        {t(`energy.${meter.energy}`)}
        {meter.serialNumber !== null && ` · ${t("meter.serialNumber", { number: meter.serialNumber })}`}
        {parent !== undefined && (
          <>
            {" · "}
            {t("meter.below")}{" "}
            <Link to="/meters/$meterId" params={{ meterId: parent.id }}>
              {parent.name}
            </Link>
          </>
        )}{" "}
        ·{" "}
        <Link to="/buildings/$buildingId/energy" params={{ buildingId: building.id }}>
          {t("meter.toEnergy")}
        </Link>
      </p>
      {meter.registers.length === 0 && <p className="muted">{t("meter.noRegister")}</p>}
      {meter.registers.map((register) => (
        <RegisterSection key={register.id} {...{ register, building, now }} />
      ))}
    </>
  );
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { useFormat } from "../../format/use-format.ts";
import { SimulatedBadge } from "../buildings/simulated-badge.tsx";
import "./building.css";

export function BuildingHeader({ building }: { readonly building: DetailedBuilding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    building.organisation.name,
    t(`use.${building.use}`),
    ...(building.floorAreaM2 === null ? [] : [`${format.number(building.floorAreaM2)} m²`]),
    t("building.heating", { energy: t(`heating.${building.heatingEnergy}`) }),
    t("building.devices", { count: building.deviceCount }),
  ];
  return (
    <header className="building-header">
      <nav aria-label={t("building.breadcrumb")}>
        <Link to="/" className="building-back">
          ← {t("buildings.title")}
        </Link>
      </nav>
      <div className="building-title">
        <h1>{building.name}</h1>
        {building.simulated && <SimulatedBadge />}
      </div>
      <ul className="building-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <BuildingTabs buildingId={building.id} />
    </header>
  );
}

/** The pages of a building. What period one looks at goes along. */
function BuildingTabs({ buildingId }: { readonly buildingId: string }) {
  const { t } = useTranslation();
  const common = { params: { buildingId }, activeOptions: { exact: true, includeSearch: false } } as const;
  return (
    <nav className="building-tabs" aria-label={t("building.pages")}>
      <Link to="/buildings/$buildingId" {...common}>
        {t("building.overview")}
      </Link>
      <Link to="/buildings/$buildingId/energy" {...common}>
        {t("building.energy")}
      </Link>
    </nav>
  );
}

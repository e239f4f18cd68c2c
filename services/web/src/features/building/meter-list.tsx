import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import "../meter/meter.css";

/** The building's meters; each has a page of its own. */
export function MeterList({ building: { meters } }: { readonly building: DetailedBuilding }) {
  const { t } = useTranslation();
  if (meters.length === 0) return null;
  return (
    <section className="surface" aria-labelledby="building-meters">
      <h2 id="building-meters" className="section-title">
        {t("building.meters")}
      </h2>
      <ul className="meter-list">
        {meters.map(({ id, name, energy, serialNumber }) => (
          <li key={id}>
            <Link to="/meters/$meterId" params={{ meterId: id }}>
              {name}
            </Link>{" "}
            <span className="muted">
              {t(`energy.${energy}`)}
              {serialNumber !== null && ` · ${t("meter.serialNumber", { number: serialNumber })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

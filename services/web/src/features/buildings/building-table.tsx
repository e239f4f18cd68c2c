import { useTranslation } from "react-i18next";
import { useNow } from "../../time/use-now.ts";
import { BuildingRow } from "./building-row.tsx";
import type { ListedBuilding } from "./sort-buildings.ts";
import "./buildings.css";

/** A table on a desk; the same rows stand as cards on a phone. */
export function BuildingTable({ buildings }: { readonly buildings: readonly ListedBuilding[] }) {
  const { t } = useTranslation();
  const now = useNow(30_000);
  return (
    <table className="building-table">
      <caption className="visually-hidden">{t("buildings.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("buildings.building")}</th>
          <th scope="col" className="cell-energy">
            {t("week.thisWeek")}
          </th>
          <th scope="col">{t("week.change")}</th>
          <th scope="col">{t("week.withinLast")}</th>
          <th scope="col" className="cell-known">
            {t("week.completeness")}
          </th>
          <th scope="col" className="cell-age">
            {t("week.lastReading")}
          </th>
        </tr>
      </thead>
      <tbody>
        {buildings.map(({ building, figures }) => (
          <BuildingRow key={building.id} building={building} figures={figures} now={now} />
        ))}
      </tbody>
    </table>
  );
}
